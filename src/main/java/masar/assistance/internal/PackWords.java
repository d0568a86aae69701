package masar.assistance.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import masar.shell.Moments;
import org.springframework.stereotype.Component;

/** Names of colleagues, words and choices of the country pack, and today's date in the country. */
@Component("assistanceWords")
record PackWords(Accounts accounts, Countries countries, Moments moments) {

    String person(UUID account) {
        return accounts.nameOf(account);
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
}
