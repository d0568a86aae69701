package masar.casefile;

import masar.shared.CaseId;

/** Whether a guardian may speak for a child; declared as a bean by the module that keeps guardians. */
public interface GuardianRule {

    /** False when everybody who is recorded as a guardian now is suspected to have a part in the exploitation. */
    boolean mayConsent(CaseId id);
}
