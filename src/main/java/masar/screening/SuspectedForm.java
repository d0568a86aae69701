package masar.screening;

import java.util.Locale;

/** The form of exploitation the interviewer suspects, which chooses the list of indicators. */
public enum SuspectedForm {
    LABOUR,
    SEXUAL,
    UNKNOWN;

    /** As decision tables and the word list {@code suspected-form} write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static SuspectedForm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
