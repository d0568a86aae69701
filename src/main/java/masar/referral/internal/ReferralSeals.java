package masar.referral.internal;

import masar.access.Restrictions;
import masar.access.Steward;
import masar.casefile.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever has a tie to a case reads none of its packets, sent or received. */
@Component
class ReferralSeals {

    private final ReferralStore referrals;
    private final Restrictions restrictions;
    private final Steward steward;

    ReferralSeals(ReferralStore referrals, Restrictions restrictions, Steward steward) {
        this.referrals = referrals;
        this.restrictions = restrictions;
        this.steward = steward;
    }

    @EventListener
    void close(Recused fact) {
        var closed = steward.as(Steward.WAY, () -> referrals.ofCase(fact.caseId()));
        closed.forEach(referral -> restrictions.barAccount(referral.subject(), fact.account(), fact.reason()));
    }
}
