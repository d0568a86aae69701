package masar.casefile.internal;

import java.time.Instant;
import java.util.Set;
import masar.casefile.Consent;
import masar.casefile.GuardianRule;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What each ground for knowing about somebody asks for. */
@Component
class Grounds {

    private static final Set<String> CONSENTED = Set.of(Consent.OWN_CONSENT, Consent.GUARDIAN_AND_ASSENT);

    private final Procedures procedures;
    private final ObjectProvider<GuardianRule> guardians;

    Grounds(Procedures procedures, ObjectProvider<GuardianRule> guardians) {
        this.procedures = procedures;
        this.guardians = guardians;
    }

    /** Refuses a ground without its reason, and a guardian who may not speak for the child. */
    void refuseUnlessGood(CaseId id, String ground, @Nullable String reason) {
        Refused.unless(
                CONSENTED.contains(ground) || (reason != null && !reason.isBlank()), "casefile.refused.reason.needed");
        Refused.unless(
                !ground.equals(Consent.GUARDIAN_AND_ASSENT)
                        || guardians.orderedStream().allMatch(each -> each.mayConsent(id)),
                "casefile.refused.guardian.suspected");
    }

    /** Until when a supervisor looks at it; null for a consent, which needs no review. */
    @Nullable
    Instant reviewDue(String ground) {
        return CONSENTED.contains(ground) ? null : procedures.due("ground-review");
    }
}
