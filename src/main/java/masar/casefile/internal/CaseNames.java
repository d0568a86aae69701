package masar.casefile.internal;

import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Says who an account or an organisation is, and what a code of the pack means. */
@Component
record CaseNames(Accounts accounts, Directory directory, Countries countries) {

    String person(UUID account) {
        return accounts.nameOf(account);
    }

    LocalizedText organisation(UUID id) {
        return directory.nameOf(id);
    }

    LocalizedText word(String list, String code) {
        return countries.current().wordList(list).text(code);
    }
}
