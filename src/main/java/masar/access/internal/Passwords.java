package masar.access.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP password storage guidance); at most two at a time, so that sign-ins
 * cannot take the whole machine.
 */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore room = new Semaphore(2);

    /** Made beside the start, which need not wait for it. */
    private final CompletableFuture<String> decoy =
            CompletableFuture.supplyAsync(() -> encoder.encode("a password nobody has"));

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password fits; takes as long when there is no account, so that time tells nothing. */
    boolean fits(String password, @org.jspecify.annotations.Nullable String hash) {
        boolean fits = inTurn(() -> encoder.matches(password, hash == null ? decoy.join() : hash));
        return fits && hash != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
