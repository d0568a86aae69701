package masar.country;

import masar.shared.LocalizedText;

/**
 * How long an act may take in this country.
 *
 * @param key as steps and modules name it, for example {@code presumption-decision}
 * @param amount at least 1, counted in {@code unit}
 */
public record Clock(String key, int amount, ClockUnit unit, LocalizedText name, Provenance provenance) {

    public Clock {
        if (amount < 1) {
            throw new IllegalArgumentException("a clock runs for at least one unit");
        }
    }
}
