package masar.launch;

/**
 * Masar cannot start, and a person can mend it. The message names the cause, the cure what to do; both are printed
 * without a stack trace and the exit code is 2.
 */
public class CannotStart extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1L;

    private final String cure;

    public CannotStart(String cause, String cure) {
        super(cause);
        this.cure = cure;
    }

    public CannotStart(String cause, String cure, Throwable origin) {
        super(cause, origin);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }
}
