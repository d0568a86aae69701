package masar.screening;

import java.util.Locale;

/**
 * What is known of one indicator. Only {@link #PRESENT} is ever counted; the others are kept apart from each other,
 * because "no" and "we do not know" are not the same.
 */
public enum IndicatorAnswer {
    PRESENT,
    ABSENT,
    NOT_ASKED,
    REFUSED,
    UNKNOWN;

    /** As stored and posted, for example {@code not-asked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static IndicatorAnswer of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
