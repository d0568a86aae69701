package masar.access;

import java.util.function.Supplier;

/**
 * Does, inside the running transaction and with the database's eyes of a named system viewer, what the law wants in the
 * same breath as a person's act and that person need not see: the way of a case moves on, access ends when a consent is
 * withdrawn. Audit and chronology still name the person. Each name has narrow policies of its own in the migrations.
 */
public interface Steward {

    /** Moves ways and tasks, and knows the owner of a case. */
    String WAY = "way";

    /** Ends grants. */
    String GRANTS = "grants";

    /** Compares what staff declared with who is accused; what it compares, nobody reads. */
    String CONFLICT = "conflict";

    /** Does this as the system viewer of that name; afterwards the viewer before it looks again. */
    <T> T as(String name, Supplier<T> work);

    /** As {@link #as(String, Supplier)}, without an answer. */
    default void as(String name, Runnable work) {
        as(name, () -> {
            work.run();
            return true;
        });
    }
}
