package masar.casefile.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import masar.country.Countries;
import masar.country.Word;
import masar.country.WorldNames;
import masar.directory.Directory;
import masar.shell.Choice;
import org.springframework.stereotype.Component;

/** Options offered on the pages of a case, from the country pack, the directory and the JDK's CLDR names. */
@Component
class CaseChoices {

    static final List<String> AGES = List.of("child", "adult", "unknown");

    private final Countries countries;
    private final Directory directory;
    private final List<Choice> allCountries;
    private final List<Choice> allLanguages;

    CaseChoices(Countries countries, Directory directory) {
        this.countries = countries;
        this.directory = directory;
        this.allCountries = WorldNames.countryCodes().stream()
                .map(code -> Choice.of(code, WorldNames.country(code)))
                .sorted(Comparator.comparing(choice -> words(choice), Collator.getInstance(Locale.ROOT)))
                .toList();
        this.allLanguages = WorldNames.languageCodes().stream()
                .map(code -> Choice.of(code, WorldNames.language(code)))
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

    /** Ties that people declare; those that Masar finds by itself nobody chooses. */
    List<Choice> ties() {
        return list("conflict-of-interest").stream()
                .filter(choice -> !choice.value().startsWith("found-"))
                .toList();
    }

    List<String> tieCodes() {
        return ties().stream().map(Choice::value).toList();
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

    List<String> organisationIds() {
        return organisations().stream().map(Choice::value).toList();
    }

    List<Choice> organisations() {
        return directory.organisations().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private static String words(Choice choice) {
        return choice.text() == null ? choice.value() : choice.text().ar();
    }
}
