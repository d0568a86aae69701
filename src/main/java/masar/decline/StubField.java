package masar.decline;

import java.util.Locale;

/** What may stay of an adult who declined; {@code decline.yaml} of the country says which of them do. */
public enum StubField {
    DAY,
    MONTH,
    ORGANISATION,
    GENDER,
    AGE_BAND,
    SUSPECTED_FORM;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link IllegalArgumentException} for an unknown one. */
    public static StubField of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
