package masar.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import masar.worklist.Task;

/**
 * The way of a case as it is drawn: every station with its state, and whose turn it is.
 *
 * @param open the open steps, the most urgent first
 */
public record Way(Edition edition, String urgency, List<Stop> stops, List<Task> open, Optional<Instant> endedAt) {

    /** A station on the line. */
    public record Stop(Station station, State state) {}

    /** Where a station lies as seen from the case. */
    public enum State {
        PASSED,
        HERE,
        AHEAD;

        /** The word used in styles and messages. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isOpen(String step) {
        return open.stream().anyMatch(task -> task.step().equals(step));
    }
}
