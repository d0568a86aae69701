package masar.launch;

/**
 * A failure at start that a person can mend and that a {@code FailureAnalyzer} has already printed with its cause and
 * cure: the launcher adds nothing but the exit code.
 */
public interface Explained {}
