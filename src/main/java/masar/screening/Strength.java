package masar.screening;

import java.util.Locale;

/** How much one indicator weighs in one list. */
public enum Strength {
    STRONG,
    MEDIUM,
    WEAK,
    /** The indicator is not in that list. */
    NONE;

    /** As written in packs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The strength with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static Strength of(String code) {
        for (Strength strength : values()) {
            if (strength.code().equals(code)) {
                return strength;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
