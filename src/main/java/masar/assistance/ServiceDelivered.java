package masar.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Help a person received, or why not.
 *
 * @param category code of the word list {@code service-category}
 * @param outcome {@code delivered}, {@code partly-delivered}, {@code declined-by-person} or {@code unavailable}
 */
public record ServiceDelivered(
        UUID id,
        UUID organisation,
        String category,
        String outcome,
        LocalDate deliveredOn,
        String note,
        UUID recordedBy,
        Instant recordedAt) {

    /** Hides the note: it must not reach a log. */
    @Override
    public String toString() {
        return "ServiceDelivered[" + id + "]";
    }
}
