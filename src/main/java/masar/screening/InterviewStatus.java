package masar.screening;

import java.util.Locale;

/** Where an interview stands. A paused one goes on later; a finished or stopped one never changes again. */
public enum InterviewStatus {
    OPEN,
    PAUSED,
    FINISHED,
    STOPPED;

    /** As stored, and as the last part of message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static InterviewStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
