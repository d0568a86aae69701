package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Viewer;

/** Cases whose person, an adult, does not want the procedures. */
public interface DeclinedCases {

    /**
     * Closes a case that nobody has taken, because its person declines; what goes on in it ends in the same
     * transaction. Needs a summary's depth; who may say so is for the caller to know.
     */
    void decline(Viewer viewer, CaseId id);
}
