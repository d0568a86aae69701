package masar.access.internal;

import java.time.Instant;
import java.util.UUID;
import masar.directory.Directory;
import masar.people.Persona;
import masar.shared.Language;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of invented people, with a password and a code app whose secrets are public; never in the shipped jar. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedAccounts {

    private final AccountStore accounts;
    private final AccountDesk desk;
    private final Passwords passwords;
    private final Directory directory;
    private final Invitations invitations;

    InventedAccounts(
            AccountStore accounts,
            AccountDesk desk,
            Passwords passwords,
            Directory directory,
            Invitations invitations) {
        this.accounts = accounts;
        this.desk = desk;
        this.passwords = passwords;
        this.directory = directory;
        this.invitations = invitations;
    }

    /** The code every invented person's app shows at this moment. */
    public String codeNow(Instant moment) {
        return CodeShown.at(Persona.SECRET, moment);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Makes the accounts of these people. */
    @Transactional
    public void make(Iterable<Persona> people) {
        String hash = passwords.hash(Persona.PASSWORD);
        for (Persona persona : people) {
            UUID organisation =
                    directory.organisation(persona.organisation()).orElseThrow().id();
            var account =
                    Account.invited(organisation, persona.key(), persona.name().ar(), Language.AR, persona.roles());
            account.choosePassword(hash);
            account.enrol(Persona.SECRET, 0, false);
            accounts.save(account);
        }
    }

    @Transactional(readOnly = true)
    public UUID account(Persona persona) {
        return accounts.findBySignInName(persona.key()).orElseThrow().id;
    }

    public Viewer viewer(Persona persona) {
        return desk.viewer(account(persona));
    }

    /** The token of a link that creates the first administrator. */
    public String firstAdministratorLink() {
        return invitations.firstAdministrator();
    }
}
