package masar.country;

import java.util.Locale;

/** How a clock counts. */
public enum ClockUnit {
    /** Elapsed hours, day and night. */
    HOURS,
    /** Days of the calendar; due at the same local time, that many days later. */
    CALENDAR_DAYS,
    /** Hours in which offices are open. */
    WORKING_HOURS,
    /** Days on which offices work; due when they close on the last one. */
    WORKING_DAYS;

    /** As written in packs, for example {@code working-days}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static ClockUnit of(String code) {
        for (ClockUnit unit : values()) {
            if (unit.code().equals(code)) {
                return unit;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
