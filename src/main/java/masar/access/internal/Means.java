package masar.access.internal;

import java.util.Locale;

/** By what somebody signed in; a password alone, or a provider that asked for one factor, is half of a sign-in. */
public enum Means {
    PASSWORD(1),
    PROVIDER(1),
    CODE(2),
    RECOVERY_CODE(2),
    PASSKEY(2),
    PROVIDER_STRONG(2),
    PROVIDER_CODE(2),
    ONE_STEP(2);

    private final int factors;

    Means(int factors) {
        this.factors = factors;
    }

    /** How many factors are given: one, while another is awaited, or two. */
    public int factors() {
        return factors;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Means of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
