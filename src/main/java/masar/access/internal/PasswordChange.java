package masar.access.internal;

import java.util.Objects;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Another password for oneself. Passwords are hashed outside of transactions, because that takes long on purpose. */
@Component
class PasswordChange {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final OwnSessions sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    PasswordChange(
            AccountStore accounts,
            Passwords passwords,
            Attempts attempts,
            OwnSessions sessions,
            Audit audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether this person signs in with a password at all. */
    boolean hasPassword(Viewer viewer) {
        return account(viewer).passwordHash != null;
    }

    /** Sets the new password where the old one fits, and signs out everywhere but here. Guessing is slowed down. */
    void change(Viewer viewer, String current, String chosen, UUID here, String address) {
        String name = "password " + viewer.account();
        attempts.begin(name, address);
        Refused.unless(passwords.fits(current, account(viewer).passwordHash), "access.refused.current.password");
        attempts.succeeded(name, address);
        String hash = passwords.hash(chosen);
        transaction.executeWithoutResult(status -> {
            var account = account(viewer);
            account.changePassword(hash);
            accounts.save(account);
            sessions.endOthers(viewer, here);
            audit.done(new Subject("account", account.id), "access.password.change");
        });
    }

    private Account account(Viewer viewer) {
        CurrentViewer.require(viewer);
        return Objects.requireNonNull(transaction.execute(
                status -> accounts.findById(viewer.account()).orElseThrow(Refused::notFound)));
    }
}
