package masar.shell;

import java.util.Optional;
import java.util.UUID;

/**
 * The token of the form posted in this request. The transaction manager writes it in the first transaction that
 * commits, so the act and the token stand or fall together: a page posted twice does not act twice, and the form of an
 * act that was refused may be corrected and posted again.
 */
public final class FormToken {

    private static final ScopedValue<FormToken> CURRENT = ScopedValue.newInstance();

    private final UUID token;
    private boolean written;

    private FormToken(UUID token) {
        this.token = token;
    }

    /** Runs with this token in force. */
    public static void with(UUID token, Runnable work) {
        ScopedValue.where(CURRENT, new FormToken(token)).run(work);
    }

    public static Optional<FormToken> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public UUID value() {
        return token;
    }

    public boolean isWritten() {
        return written;
    }

    /** Said when the act was refused: what follows in this request does not use the token up. */
    public void letGo() {
        written = true;
    }

    /** Said by the transaction manager once the token is in a transaction of this request. */
    public void markWritten() {
        written = true;
    }
}
