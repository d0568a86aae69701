package masar.country;

import java.time.LocalTime;

/**
 * When offices open and close on a day on which they work, in local time.
 *
 * @param opens before {@code closes}
 */
public record WorkingHours(LocalTime opens, LocalTime closes) {

    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("offices must close after they open");
        }
    }
}
