package masar.procedure;

import java.time.Instant;

/**
 * A step done on the way of a case.
 *
 * @param inTurn whether it was open
 */
public record Passed(String step, String outcome, Instant at, boolean inTurn) {}
