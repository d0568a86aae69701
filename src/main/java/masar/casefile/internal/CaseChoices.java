package masar.casefile.internal;

import java.util.List;
import masar.country.Countries;
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

    CaseChoices(Countries countries, Directory directory) {
        this.countries = countries;
        this.directory = directory;
    }

    List<Choice> ages() {
        return list("age-status");
    }

    List<Choice> genders() {
        return list("gender");
    }

    List<Choice> list(String name) {
        return countries.current().wordList(name).choices();
    }

    List<String> codes(String name) {
        return countries.current().wordList(name).codes();
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
        return WorldNames.countries();
    }

    List<String> countryCodes() {
        return WorldNames.countryCodes();
    }

    List<Choice> languages() {
        return WorldNames.languages();
    }

    List<String> languageCodes() {
        return WorldNames.languageCodes();
    }

    List<String> organisationIds() {
        return organisations().stream().map(Choice::value).toList();
    }

    List<Choice> organisations() {
        return directory.choices();
    }
}
