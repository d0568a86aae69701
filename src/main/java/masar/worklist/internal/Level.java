package masar.worklist.internal;

import java.util.Locale;

/** As whom somebody is told that a step waits, from below. */
enum Level {
    REMINDER,
    OFFICER,
    SUPERVISOR,
    FOCAL_POINT,
    COORDINATOR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A level of a chain. Throws {@link IllegalArgumentException} for an unknown one, and for the reminder. */
    static Level told(String code) {
        Level level = valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (level == REMINDER) {
            throw new IllegalArgumentException(code);
        }
        return level;
    }
}
