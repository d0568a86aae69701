package masar.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** What happened in a case, in order. */
public interface Chronology {

    /**
     * Adds an entry by the current viewer.
     *
     * @param act message key suffix, for example {@code referral.sent}
     * @param detail a code or id that says more, never free text
     */
    void add(CaseId id, String act, Optional<String> detail);

    /** The entries, newest first; needs full depth. */
    List<Entry> of(Viewer viewer, CaseId id);

    /** One entry. */
    record Entry(Instant at, String act, Optional<String> detail, UUID account, UUID organisation) {}
}
