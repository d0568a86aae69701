package masar.shared;

import java.util.Locale;
import java.util.Optional;

/** The languages of the pages, Arabic first. The wire form is the ISO 639-1 code in lower case. */
public enum Language {
    AR("ar-LB-u-nu-latn", "rtl", "العربية"),
    FR("fr-LB", "ltr", "Français"),
    EN("en-GB", "ltr", "English");

    private final Locale locale;
    private final String direction;
    private final String ownName;

    Language(String tag, String direction, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.direction = direction;
        this.ownName = ownName;
    }

    /** The locale with an explicit numbering system, so that digits never depend on the machine's data. */
    public Locale locale() {
        return locale;
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
