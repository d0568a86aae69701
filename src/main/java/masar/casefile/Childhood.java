package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Viewer;

/** Whether somebody is treated as a child for their protection: the table {@code child} of the edition decides. */
public interface Childhood {

    /** The person of this case, by their age today; needs a summary's depth. */
    boolean isTreatedAsChild(Viewer viewer, CaseId id);

    /** Somebody of this age, under the edition of the case. */
    boolean isTreatedAsChild(CaseId id, AgeStatus age);
}
