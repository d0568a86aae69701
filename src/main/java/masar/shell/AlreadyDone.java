package masar.shell;

import org.jspecify.annotations.Nullable;

/** The form was posted before; the act is not done twice. Knows the address the first post led to, once it is known. */
public class AlreadyDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String ledTo;

    public AlreadyDone(@Nullable String ledTo) {
        super("form posted twice");
        this.ledTo = ledTo;
    }

    public @Nullable String ledTo() {
        return ledTo;
    }
}
