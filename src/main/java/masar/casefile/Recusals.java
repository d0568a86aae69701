package masar.casefile;

import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Taking people off a case that they must not touch. What is found by itself names a code, never what was compared. */
public interface Recusals {

    /** Reason of a bar on an account whose declared tie was found. */
    String FOUND_TIE = "found-tie";

    /** Reason of a bar on an organisation in which an accused works. */
    String FOUND_UNIT = "found-unit";

    /**
     * Bars an account for which a possible tie was found: what it managed goes back to its office, and whoever looks
     * after the owner is told. Works for whoever acts, also without sight of the case.
     */
    void tieFound(CaseId id, UUID account);

    /**
     * Bars the organisation of an accused. The owner itself cannot be barred: there the coordinators are told.
     */
    void unitFound(CaseId id, UUID organisation);

    /** The owner is no longer concerned by an accused: nothing is left for the coordinators to do. */
    void unitGone(Viewer viewer, CaseId id, UUID organisation);

    /** A supervisor of the owner looked at a bar and leaves it. */
    void keep(Viewer viewer, CaseId id, UUID bar);

    /** A supervisor of the owner lifts a bar, for a reason of the word list bar-lifted. */
    void lift(Viewer viewer, CaseId id, UUID bar, String reason);
}
