package masar.access.internal;

import java.time.Instant;

/** The screen of a code app. */
public final class CodeShown {

    private CodeShown() {}

    /** What an app with this secret shows at this moment. */
    public static String at(String secret, Instant moment) {
        return new CodeApp().codeAt(secret, moment);
    }
}
