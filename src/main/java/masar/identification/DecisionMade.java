package masar.identification;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.CaseId;
import masar.shared.Subject;

/** A named person decided on a person's status as a victim. */
public record DecisionMade(
        CaseId caseId, UUID decision, VictimStatus status, UUID account, UUID organisation, Optional<UUID> owner)
        implements StepDone {

    @Override
    public Subject subject() {
        return caseId.subject();
    }

    @Override
    public String step() {
        return status.step();
    }

    @Override
    public String outcome() {
        return status.code();
    }
}
