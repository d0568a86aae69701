package masar.access.internal;

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
    private final CodeProof proof;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignIn(
            AccountStore accounts,
            Passwords passwords,
            CodeProof proof,
            RecoveryCodes recovery,
            Sessions sessions,
            Attempts attempts,
            Audit audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.proof = proof;
        this.recovery = recovery;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Checks name and password; returns the token of a session that still awaits the code. */
    String withPassword(String typedName, String password, String address, Handover handover) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        attempts.begin(name, address);
        Optional<Account> account =
                Objects.requireNonNull(transaction.execute(status -> accounts.findBySignInName(name)));
        boolean fits = passwords.fits(
                password, account.map(known -> known.passwordHash).orElse(null));
        if (!fits || account.get().state.equals(Account.SUSPENDED)) {
            UUID id = account.map(known -> known.id).orElse(new UUID(0, 0));
            throw refuse(id, "access.refused.sign.in");
        }
        attempts.succeeded(name, address);
        return sessions.begin(account.get().id, Means.PASSWORD, handover);
    }

    /** Who is signed in now, with the token for the browser. */
    record Complete(UUID account, String token) {}

    /** Checks the code of the app, or one from the sheet, and replaces the session by a full one with a new token. */
    Complete withCode(String token, String code, String address, Handover handover) {
        var session = sessions.find(token).orElseThrow(() -> Refused.because("access.refused.session.over"));
        Refused.unless(!session.isComplete(), "access.refused.session.over");
        Account account = session.account();
        Refused.unless(account.totpSecret != null, "access.refused.no.code.app");
        attempts.begin(account.signInName, address);
        boolean onPaper = RecoveryCodes.looksLikeOne(code);
        var means =
                session.means() == Means.PROVIDER ? Means.PROVIDER_CODE : onPaper ? Means.RECOVERY_CODE : Means.CODE;
        Optional<String> begun = Objects.requireNonNull(transaction.execute(status -> {
            if (!(onPaper ? recovery.use(account.id, code) : proof.useCode(account.id, code))) {
                return Optional.empty();
            }
            sessions.end(token);
            audit.done(new Subject("account", account.id), "access.sign.in." + means.code());
            return Optional.of(sessions.begin(account.id, means, handover));
        }));
        if (begun.isEmpty()) {
            throw refuse(account.id, "access.refused.code");
        }
        attempts.succeeded(account.signInName, address);
        return new Complete(account.id, begun.get());
    }

    private Refused refuse(UUID account, String reason) {
        audit.refused(new Subject("account", account), "access.sign.in", reason);
        return Refused.because(reason);
    }
}
