package masar.casefile.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import masar.country.Countries;
import masar.country.Word;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import org.springframework.stereotype.Component;

/** Options offered on the pages of a case, from the country pack, the directory and the JDK's CLDR names. */
@Component
class CaseChoices {

    static final List<String> AGES = List.of("child", "adult", "unknown");

    /** Languages often spoken by people met in the procedures come first; all others follow. */
    private static final List<String> FREQUENT = List.of("ar", "en", "fr", "am", "om", "bn", "tl", "si", "ne", "sw");

    private final Countries countries;
    private final Directory directory;
    private final List<Choice> allCountries;
    private final List<Choice> allLanguages;

    CaseChoices(Countries countries, Directory directory) {
        this.countries = countries;
        this.directory = directory;
        this.allCountries = Stream.of(Locale.getISOCountries())
                .map(code -> Choice.of(code, countryName(code)))
                .sorted(Comparator.comparing(choice -> words(choice), Collator.getInstance(Locale.ROOT)))
                .toList();
        this.allLanguages = Stream.concat(
                        FREQUENT.stream(), Stream.of(Locale.getISOLanguages()).filter(code -> !FREQUENT.contains(code)))
                .map(code -> Choice.of(code, languageName(code)))
                .toList();
    }

    List<Choice> ages() {
        return list("age-status");
    }

    List<Choice> genders() {
        return list("gender");
    }

    List<Choice> list(String name) {
        return countries.current().wordList(name).words().stream()
                .map(word -> Choice.of(word.code(), word.text()))
                .toList();
    }

    List<String> codes(String name) {
        return countries.current().wordList(name).words().stream()
                .map(Word::code)
                .toList();
    }

    List<String> genderCodes() {
        return codes("gender");
    }

    List<Choice> countries() {
        return allCountries;
    }

    List<String> countryCodes() {
        return allCountries.stream().map(Choice::value).toList();
    }

    List<Choice> languages() {
        return allLanguages;
    }

    List<String> languageCodes() {
        return allLanguages.stream().map(Choice::value).toList();
    }

    List<Choice> organisations() {
        return directory.organisations().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private static String words(Choice choice) {
        return choice.text() == null ? choice.value() : choice.text().ar();
    }

    private static LocalizedText countryName(String code) {
        var country = new Locale.Builder().setRegion(code).build();
        return new LocalizedText(
                country.getDisplayCountry(Locale.forLanguageTag("ar")),
                country.getDisplayCountry(Locale.FRENCH),
                country.getDisplayCountry(Locale.ENGLISH));
    }

    private static LocalizedText languageName(String code) {
        var language = Locale.forLanguageTag(code);
        return new LocalizedText(
                language.getDisplayLanguage(Locale.forLanguageTag("ar")),
                language.getDisplayLanguage(Locale.FRENCH),
                language.getDisplayLanguage(Locale.ENGLISH));
    }
}
