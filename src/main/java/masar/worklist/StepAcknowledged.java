package masar.worklist;

import java.time.Instant;
import java.util.UUID;
import masar.shared.Fact;
import masar.shared.Subject;

/** Somebody said that they have seen that a step waits, and act until then. Heard in the same transaction. */
public record StepAcknowledged(Subject subject, UUID task, String step, UUID account, Instant until) implements Fact {}
