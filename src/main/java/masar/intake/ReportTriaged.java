package masar.intake;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.Subject;

/** Somebody decided what a report calls for; a case goes on from here when the person is to be screened. */
public record ReportTriaged(
        UUID report,
        String outcome,
        String newUrgency,
        UUID account,
        UUID organisation,
        Optional<UUID> owner,
        Optional<UUID> chosen,
        Optional<Continuation> continuation)
        implements StepDone {

    @Override
    public Subject subject() {
        return new Subject("report", report);
    }

    @Override
    public String step() {
        return "triage";
    }

    @Override
    public Optional<String> urgency() {
        return Optional.of(newUrgency);
    }
}
