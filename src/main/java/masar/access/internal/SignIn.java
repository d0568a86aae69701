package masar.access.internal;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The two steps of signing in. Passwords are checked outside of transactions, because that takes long on purpose. */
@Component
class SignIn {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final CodeApp codes;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SignIn(
            AccountStore accounts,
            Passwords passwords,
            CodeApp codes,
            Sessions sessions,
            Attempts attempts,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Checks name and password; returns the token of a session that still awaits the code. */
    String withPassword(String typedName, String password, String address) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        attempts.refuseIfTooMany(name, address);
        Optional<Account> account =
                Objects.requireNonNull(transaction.execute(status -> accounts.findBySignInName(name)));
        boolean fits = passwords.fits(
                password, account.map(known -> known.passwordHash).orElse(null));
        if (!fits || account.get().state.equals("suspended")) {
            UUID id = account.map(known -> known.id).orElse(new UUID(0, 0));
            throw refuse(id, name, address, "access.refused.sign.in");
        }
        return sessions.begin(account.get().id, 1);
    }

    /** Checks the code of the app and replaces the session by a full one with a new token. */
    String withCode(String token, String code, String address) {
        var session = sessions.find(token).orElseThrow(() -> Refused.because("access.refused.session.over"));
        Account account = session.account();
        attempts.refuseIfTooMany(account.signInName, address);
        String secret = account.totpSecret;
        Refused.unless(secret != null, "access.refused.no.code.app");
        var step = codes.stepOf(Objects.requireNonNull(secret), code, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= account.totpLastStep) {
            throw refuse(account.id, account.signInName, address, "access.refused.code");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            account.useCode(step.getAsLong());
            accounts.save(account);
            sessions.end(token);
            audit.done(new Subject("account", account.id), "access.sign.in");
            return sessions.begin(account.id, 2);
        }));
    }

    private Refused refuse(UUID account, String name, String address, String reason) {
        attempts.failed(name, address);
        audit.refused(new Subject("account", account), "access.sign.in", reason);
        return Refused.because(reason);
    }
}
