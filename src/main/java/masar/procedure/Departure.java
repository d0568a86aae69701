package masar.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;

/**
 * A step that somebody passed over or opened out of order, because they may and had a reason.
 *
 * @param code shown instead of a name
 * @param address page of the case
 * @param outcome the outcome chosen for a step passed over
 * @param reason code of the word list {@code departure-reason}
 */
public record Departure(
        UUID id,
        Subject subject,
        String code,
        String address,
        String edition,
        Kind kind,
        String step,
        Optional<String> outcome,
        String reason,
        UUID account,
        UUID organisation,
        Instant at) {

    /** What was done. */
    public enum Kind {
        SKIPPED,
        OPENED;

        /** As kept and as the last part of message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Why somebody leaves the way.
     *
     * @param reason code of the word list {@code departure-reason}
     * @param note in their own words, never blank
     */
    public record Why(String reason, String note) {}
}
