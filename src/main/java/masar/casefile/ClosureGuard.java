package masar.casefile;

import masar.shared.CaseId;

/** Keeps a case open while a module above knows that it must not end in a certain way; declared as a bean. */
public interface ClosureGuard {

    /**
     * Refuses that a closure is asked for, for this reason, by throwing {@link masar.shared.Refused}.
     *
     * @param reason code of the word list closure-reason
     */
    void refuseWhile(CaseId id, String reason);
}
