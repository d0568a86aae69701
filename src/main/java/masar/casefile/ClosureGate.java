package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Viewer;

/**
 * What must be there before a case is closed; declared as a bean by the module that keeps it. Asked in the act itself, when
 * closure is requested and again when it is approved.
 */
public interface ClosureGate {

    /**
     * Refuses, with what is missing or stands against it, unless the case may be closed.
     *
     * @param reason code of the word list {@code closure-reason}
     */
    void refuseUnlessMayClose(Viewer viewer, CaseId id, String reason);
}
