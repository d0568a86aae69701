package masar.casefile;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.CaseId;
import masar.shared.Subject;

/**
 * A step towards the end of a case was done: closure requested, approved or sent back.
 *
 * @param step {@code request-closure} or {@code approve-closure}
 */
public record ClosureFact(
        CaseId caseId, String step, String outcome, UUID account, UUID organisation, Optional<UUID> owner)
        implements StepDone {

    @Override
    public Subject subject() {
        return caseId.subject();
    }
}
