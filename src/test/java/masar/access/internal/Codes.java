package masar.access.internal;

import java.time.Instant;

/** The code an invented person's app shows now, for clients outside of the application. */
public final class Codes {

    private Codes() {}

    public static String now(String secret) {
        return new CodeApp().codeAt(secret, Instant.now());
    }
}
