package masar.screening.internal;

import java.util.UUID;
import masar.access.Accounts;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Who did something, as pages say it. */
@Component
class Names {

    private final Accounts accounts;
    private final Directory directory;

    Names(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    String person(UUID account) {
        return accounts.nameOf(account);
    }

    LocalizedText organisation(UUID id) {
        return directory.nameOf(id);
    }
}
