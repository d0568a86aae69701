package masar.casefile;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shell.Choice;

/** Names of people and organisations, and words and choices of the country pack, as pages about cases say them. */
public interface CaseWords {

    Accounts accounts();

    Directory directory();

    Countries countries();

    /** The name of a colleague; a dash when there is no such account. */
    default String person(UUID account) {
        return accounts().nameOf(account);
    }

    default LocalizedText organisation(UUID id) {
        return directory().nameOf(id);
    }

    /** How a code of a word list is said. */
    default LocalizedText word(String list, String code) {
        return countries().current().wordList(list).text(code);
    }

    /** What a word list offers. */
    default List<Choice> list(String name) {
        return countries().current().wordList(name).choices();
    }

    default List<String> codes(String name) {
        return countries().current().wordList(name).codes();
    }

    default List<Choice> organisations() {
        return directory().choices();
    }

    default List<String> organisationIds() {
        return organisations().stream().map(Choice::value).toList();
    }
}
