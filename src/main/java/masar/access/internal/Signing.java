package masar.access.internal;

import java.util.UUID;
import masar.access.Accounts;
import masar.directory.Signatures;
import org.springframework.stereotype.Component;

/** Tells the directory the names of those who signed. */
@Component
record Signing(Accounts accounts) implements Signatures {

    @Override
    public String name(UUID account) {
        return accounts.nameOf(account);
    }
}
