package masar.country;

import java.time.LocalDate;
import masar.shared.LocalizedText;

/**
 * Days on which offices keep other hours than the rest of the year, such as Ramadan. Days that depend on the moon are
 * estimates until announced.
 *
 * @param last the last of these days, itself included; not before {@code first}
 * @param provenance of the days; a season is as sure as its days
 */
public record Season(LocalizedText name, LocalDate first, LocalDate last, WorkingHours hours, Provenance provenance) {

    public Season {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a season must not end before it begins");
        }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
