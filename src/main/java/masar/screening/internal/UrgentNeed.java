package masar.screening.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person needs at once.
 *
 * @param need code of the word list {@code urgent-need}
 * @param metAt when somebody of the owning organisation said it is met, null until then
 */
public record UrgentNeed(
        UUID id,
        String need,
        @Nullable String note,
        UUID raisedBy,
        UUID organisation,
        Instant raisedAt,
        @Nullable Instant metAt) {

    public boolean isOpen() {
        return metAt == null;
    }

    @Override
    public String toString() {
        return "UrgentNeed[hidden]";
    }
}
