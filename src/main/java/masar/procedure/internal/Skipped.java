package masar.procedure.internal;

import java.util.Optional;
import java.util.UUID;
import masar.procedure.StepDone;
import masar.shared.Subject;

/** A step was passed over by exception; the way goes on as if it had this outcome. */
record Skipped(
        Subject subject,
        String step,
        String outcome,
        UUID account,
        UUID organisation,
        UUID ownedBy,
        Optional<UUID> item,
        Optional<String> itemAddress)
        implements StepDone {

    @Override
    public Optional<UUID> owner() {
        return Optional.of(ownedBy);
    }

    @Override
    public Optional<UUID> chosen() {
        return Optional.of(ownedBy);
    }
}
