package masar.conflict.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import org.springframework.stereotype.Component;

/** Names of people and organisations, and the words and choices of the country pack. */
@Component("conflictWords")
record Words(Accounts accounts, Directory directory, Countries countries) {

    String person(UUID account) {
        return accounts.nameOf(account);
    }

    LocalizedText organisation(UUID id) {
        return directory.nameOf(id);
    }

    LocalizedText word(String list, String code) {
        return countries.current().wordList(list).text(code);
    }

    List<Choice> list(String name) {
        return countries.current().wordList(name).choices();
    }

    List<String> codes(String name) {
        return countries.current().wordList(name).codes();
    }

    List<Choice> organisations() {
        return directory.choices();
    }

    List<String> organisationIds() {
        return organisations().stream().map(Choice::value).toList();
    }
}
