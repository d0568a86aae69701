package masar.referral.internal;

import java.util.Collection;
import java.util.UUID;
import masar.casefile.CaseParts;
import masar.shared.CaseId;
import org.springframework.stereotype.Component;

/** The referrals of a case, for its log. */
@Component
class ReferralsOfCase implements CaseParts {

    private final ReferralStore referrals;

    ReferralsOfCase(ReferralStore referrals) {
        this.referrals = referrals;
    }

    @Override
    public Collection<UUID> of(CaseId id) {
        return referrals.ofCase(id).stream().map(referral -> referral.id).toList();
    }
}
