package masar.worklist;

import java.util.UUID;
import masar.shared.Fact;
import masar.shared.Subject;

/**
 * Somebody above whoever must act was told that a step waits. Heard in the transaction of the telling.
 *
 * @param step key of the step in the edition
 * @param level {@code supervisor}, {@code focal-point} or {@code coordinator}
 */
public record StepEscalated(Subject subject, UUID task, String step, String level) implements Fact {}
