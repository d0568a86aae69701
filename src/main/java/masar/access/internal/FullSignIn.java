package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in by something that needs no password: a passkey, or an organisation's own provider. */
@Component
public class FullSignIn {

    private final AccountStore accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final WayBack wayBack;
    private final Audit audit;
    private final TransactionTemplate transaction;

    FullSignIn(
            AccountStore accounts,
            Sessions sessions,
            Attempts attempts,
            WayBack wayBack,
            Audit audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.wayBack = wayBack;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Begins the session of the account that the proof names, hands its cookie out and returns where to go: back to
     * where the person was, or to the code when these means are one factor only. A suspended account is refused in the
     * same words as a wrong proof.
     */
    public String of(Supplier<UUID> proof, Means means, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        String name = means.code() + " from " + address;
        attempts.begin(name, address);
        UUID account = proof.get();
        Optional<String> token = Objects.requireNonNull(transaction.execute(status -> {
            if (accounts.findById(account).filter(Account::isActive).isEmpty()) {
                return Optional.empty();
            }
            if (means.factors() == 2) {
                audit.done(new Subject("account", account), "access.sign.in." + means.code());
            }
            return Optional.of(sessions.begin(account, means));
        }));
        String begun = token.orElseThrow(() -> refuse(account));
        attempts.succeeded(name, address);
        SessionCookie.write(request, response, begun);
        return means.factors() == 2 ? wayBack.take(request, response, account) : "/sign-in/code";
    }

    private Refused refuse(UUID account) {
        audit.refused(new Subject("account", account), "access.sign.in", "access.refused.proof");
        return Refused.because("access.refused.proof");
    }
}
