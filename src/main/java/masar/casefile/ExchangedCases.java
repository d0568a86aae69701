package masar.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Whole cases on their way out of Masar, and imports taken back. For the commands of the server only, never a page. */
public interface ExchangedCases {

    /**
     * The cases this organisation owns, or all of them, the oldest first, without those whose import was undone. Only
     * for the system viewer {@code export}; the release of each is audited.
     */
    List<ReleasedCase> release(Viewer export, Optional<UUID> owner);

    /**
     * Takes an imported case back while nobody has worked on it: the person's data are emptied, nobody sees the case any
     * more, and only ids remain, because the audit trail names them. Only for the system viewer {@code import}; refused
     * with the code of the case once something was done in it.
     */
    void undoImport(Viewer importer, CaseId id);

    /** A case with its person. */
    record ReleasedCase(CaseId id, UUID owner, String state, Person person) {}
}
