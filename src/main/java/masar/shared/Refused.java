package masar.shared;

import java.util.List;

/**
 * An act that the rules do not allow now. Carries a message key and arguments, never a sentence: one place renders
 * it in the reader's language ({@code shell}). Arguments must hold no personal data.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    protected Refused(String key, List<Object> arguments) {
        super(key);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    /** A refusal with the key of its message, for example {@code referral.refused.already.answered}. */
    public static Refused because(String key, Object... arguments) {
        return new Refused(key, List.of(arguments));
    }

    /** Refuses unless the condition holds. */
    public static void unless(boolean condition, String key, Object... arguments) {
        if (!condition) {
            throw because(key, arguments);
        }
    }

    /** What does not exist and what is not yours look alike: both are this refusal. */
    public static Refused notFound() {
        return because("shell.refused.not.found");
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public boolean isNotFound() {
        return key.equals("shell.refused.not.found");
    }
}
