package masar.shared;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is looking, bound once per request, job or command, and read by the transaction manager, the audit and the frame
 * round each page. Only {@code access} binds a person; a job binds a named system viewer.
 */
public final class CurrentViewer {

    private static final ScopedValue<Viewer> VIEWER = ScopedValue.newInstance();

    private CurrentViewer() {}

    public static Optional<Viewer> get() {
        return VIEWER.isBound() ? Optional.of(VIEWER.get()) : Optional.empty();
    }

    /** Runs as this viewer and returns the result. */
    public static <T> T as(Viewer viewer, Supplier<T> work) {
        return ScopedValue.where(VIEWER, viewer).call(work::get);
    }

    /** Runs as this viewer. */
    public static void run(Viewer viewer, Runnable work) {
        ScopedValue.where(VIEWER, viewer).run(work);
    }

    /** Refuses unless the argument is the viewer of this request: nobody looks with another's eyes. */
    public static void require(Viewer viewer) {
        if (get().filter(viewer::equals).isEmpty()) {
            throw new IllegalStateException("the viewer given is not the viewer of this request");
        }
    }
}
