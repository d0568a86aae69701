package masar.screening;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.CaseId;
import masar.shared.Subject;

/**
 * The screening interview is finished and waits for a decision.
 *
 * @param decides organisation that was asked to decide
 * @param ownedBy organisation that owns the case
 */
public record InterviewFinished(
        CaseId caseId, UUID interview, UUID account, UUID organisation, UUID decides, UUID ownedBy)
        implements StepDone {

    static final String STEP = "screening";

    @Override
    public Subject subject() {
        return caseId.subject();
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public String outcome() {
        return "done";
    }

    @Override
    public Optional<UUID> owner() {
        return Optional.of(ownedBy);
    }

    @Override
    public Optional<UUID> chosen() {
        return Optional.of(decides);
    }
}
