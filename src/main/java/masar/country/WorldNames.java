package masar.country;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import masar.shared.LocalizedText;
import masar.shell.Choice;

/** All countries and languages by their ISO codes, in the words of the JDK's CLDR data. */
public final class WorldNames {

    /** Languages often spoken by people met in the procedures come first; all others follow. */
    private static final List<String> FREQUENT = List.of("ar", "en", "fr", "am", "om", "bn", "tl", "si", "ne", "sw");

    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("ar"), Locale.FRENCH, Locale.ENGLISH);

    private WorldNames() {}

    /** ISO 3166-1 alpha-2 codes in the order of the JDK. */
    public static List<String> countryCodes() {
        return List.of(Locale.getISOCountries());
    }

    /** ISO 639-1 codes, the frequent ones first. */
    public static List<String> languageCodes() {
        return Stream.concat(
                        FREQUENT.stream(), Stream.of(Locale.getISOLanguages()).filter(code -> !FREQUENT.contains(code)))
                .toList();
    }

    /** Every country, sorted by its Arabic name, as a page offers them. */
    public static List<Choice> countries() {
        return Sorted.COUNTRIES;
    }

    /** Every language, the frequent ones first, as a page offers them. */
    public static List<Choice> languages() {
        return Sorted.LANGUAGES;
    }

    /** Sorted when first asked for. */
    private static final class Sorted {

        static final List<Choice> COUNTRIES = countryCodes().stream()
                .sorted(Comparator.comparing(code -> country(code).ar(), Collator.getInstance(Locale.ROOT)))
                .map(code -> Choice.of(code, country(code)))
                .toList();

        static final List<Choice> LANGUAGES = languageCodes().stream()
                .map(code -> Choice.of(code, language(code)))
                .toList();
    }

    /** How a country is called; an unknown code is shown as it is. */
    public static LocalizedText country(String code) {
        var region = Locale.of("", code);
        return said(code, region::getDisplayCountry);
    }

    /** How a language is called; an unknown code is shown as it is. */
    public static LocalizedText language(String code) {
        var language = Locale.of(code);
        return said(code, language::getDisplayLanguage);
    }

    private static LocalizedText said(String code, Function<Locale, String> name) {
        List<String> names = SPOKEN.stream().map(name).toList();
        return names.stream().anyMatch(String::isBlank)
                ? LocalizedText.same(code)
                : new LocalizedText(names.get(0), names.get(1), names.get(2));
    }
}
