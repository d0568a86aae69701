package masar.referral;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.CaseId;
import masar.shared.Subject;

/**
 * A referral was sent, answered, completed or withdrawn, and the way of its case goes on.
 *
 * @param next page on which the next step about this referral is done; empty when the next step is about the case
 */
public record ReferralStep(
        CaseId caseId,
        UUID referral,
        String step,
        String outcome,
        UUID account,
        UUID organisation,
        Optional<UUID> owner,
        Optional<UUID> chosen,
        Optional<String> next)
        implements StepDone {

    @Override
    public Subject subject() {
        return caseId.subject();
    }

    @Override
    public Optional<UUID> item() {
        return Optional.of(referral);
    }

    @Override
    public Optional<String> itemAddress() {
        return next;
    }
}
