package masar.detention.internal;

import java.util.List;
import masar.access.Accounts;
import masar.casefile.CaseWords;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;
import masar.shell.Choice;
import org.springframework.stereotype.Component;

/** Names of people and organisations, and words, choices and articles of the country pack. */
@Component("detentionWords")
record PackWords(Accounts accounts, Directory directory, Countries countries) implements CaseWords {

    /** Where somebody may be held. */
    List<Choice> facilities() {
        return directory.organisations().stream()
                .filter(each -> each.kind() == OrganisationKind.DETAINING || each.kind() == OrganisationKind.POLICE)
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    /** To whom a request may go. */
    List<Choice> addressees() {
        return directory.choices();
    }

    /** Articles of the country's law, told by number and in our own words. */
    List<Choice> articles() {
        return countries.current().law().articles().values().stream()
                .map(article -> Choice.of(
                        article.code(),
                        new LocalizedText(
                                article.code() + " – " + article.summary().ar(),
                                article.code() + " – " + article.summary().fr(),
                                article.code() + " – " + article.summary().en())))
                .toList();
    }

    static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
