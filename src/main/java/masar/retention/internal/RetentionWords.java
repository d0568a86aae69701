package masar.retention.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import org.springframework.stereotype.Component;

/** Says who somebody is, and what the codes of rules, reasons and outcomes mean. */
@Component
record RetentionWords(Accounts accounts, Directory directory, Countries countries, RetentionRules rules) {

    String person(UUID account) {
        return accounts.nameOf(account);
    }

    LocalizedText organisation(UUID id) {
        return directory.nameOf(id);
    }

    LocalizedText recordClass(String code) {
        return rules.of(code).name();
    }

    LocalizedText word(String list, String code) {
        return countries.current().wordList(list).text(code);
    }

    List<Choice> choices(String list) {
        return countries.current().wordList(list).choices();
    }

    List<String> codes(String list) {
        return countries.current().wordList(list).codes();
    }
}
