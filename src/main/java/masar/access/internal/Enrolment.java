package masar.access.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Becoming able to sign in: a password of one's own, then a code app. */
@Component
class Enrolment {

    private final AccountStore accounts;
    private final Invitations invitations;
    private final Passwords passwords;
    private final CodeApp codes;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Enrolment(
            AccountStore accounts,
            Invitations invitations,
            Passwords passwords,
            CodeApp codes,
            Sessions sessions,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Creates the first administrator and returns the token of a session that awaits the code app. */
    String firstAdministrator(String link, UUID organisation, String signInName, String name, String password) {
        var handover = Handover.with(link, password);
        String hash = passwords.hash(password);
        return Objects.requireNonNull(transaction.execute(status -> {
            invitations.use(link);
            Refused.unless(accounts.count() == 0, "access.refused.link.used");
            var account = Account.invited(organisation, signInName, name, Language.AR, Set.of(Role.ADMINISTRATOR));
            account.choosePassword(hash);
            accounts.save(account);
            audit.done(new Subject("account", account.id), "access.first.administrator");
            return sessions.begin(account.id, Means.PASSWORD, handover);
        }));
    }

    /** Sets the password of an invited account and returns the token of a session that awaits the code app. */
    String choosePassword(String link, UUID id, String password) {
        var handover = Handover.with(link, password);
        String hash = passwords.hash(password);
        return Objects.requireNonNull(transaction.execute(status -> {
            invitations.use(link);
            var account = accounts.findById(id).orElseThrow(Refused::notFound);
            account.choosePassword(hash);
            accounts.save(account);
            audit.done(new Subject("account", id), "access.choose.password");
            return sessions.begin(id, Means.PASSWORD, handover);
        }));
    }

    String newSecret() {
        return codes.newSecret();
    }

    /** The address ({@code otpauth:}) by which an app on the same phone adds the secret. */
    String address(String session, String secret) {
        var account = sessions.find(session).orElseThrow(Refused::notFound).account();
        return "otpauth://totp/Masar:" + URLEncoder.encode(account.signInName, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=Masar";
    }

    /** Adds the code app once its first code fits; only an account without one may, so a session alone cannot swap it. */
    SignIn.Complete enrol(String session, String secret, String code) {
        Refused.unless(secret.matches("[A-Z2-7]{32}"), "access.refused.code");
        var step = codes.stepOf(secret, code, clock.instant());
        Refused.unless(step.isPresent(), "access.refused.code");
        return Objects.requireNonNull(transaction.execute(status -> {
            var current = sessions.find(session).orElseThrow(Refused::notFound);
            var account = current.account();
            account.enrol(secret, step.getAsLong(), current.means() == Means.PROVIDER);
            accounts.save(account);
            sessions.end(session);
            audit.done(new Subject("account", account.id), "access.enrol");
            var means = current.means() == Means.PROVIDER ? Means.PROVIDER_CODE : Means.CODE;
            return new SignIn.Complete(account.id, sessions.begin(account.id, means, Handover.with(session)));
        }));
    }
}
