package masar.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * The languages of the pages, Arabic first. The wire form is the ISO 639-1 code in lower case. Region, digits and month
 * names are the country's: see the languages of the country pack.
 */
public enum Language {
    AR("rtl", "العربية"),
    FR("ltr", "Français"),
    EN("ltr", "English");

    private final String direction;
    private final String ownName;

    Language(String direction, String ownName) {
        this.direction = direction;
        this.ownName = ownName;
    }

    /** {@code rtl} or {@code ltr}, for the {@code dir} attribute. */
    public String direction() {
        return direction;
    }

    /** The language's name in itself, as shown on the language switch. */
    public String ownName() {
        return ownName;
    }

    /** ISO 639-1 code in lower case, for the {@code lang} attribute, bundles and country packs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this code, or empty when Masar does not speak it. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
