package masar.shared;

import java.time.Duration;

/**
 * Something Masar does by itself again and again, declared as a bean by the module it belongs to. One copy of Masar runs
 * it at a time unless it says otherwise, as the system viewer of its name, outside of any transaction.
 */
public interface Job {

    /** Lower-case words with dashes, unique, such as {@code audit-seal}; its viewer's key is {@code system:audit-seal}. */
    String name();

    /** Time between the end of one run and the beginning of the next. */
    Duration pause();

    /** True for a job that several copies of Masar may run at the same time, because it claims what it works on row by row. */
    default boolean onEveryCopy() {
        return false;
    }

    /** Must be repeatable: a run may be cut off at any point and begun again. */
    void run();

    /** What it still does while this copy of Masar stops, as the same viewer. */
    default void runAtShutdown() {}
}
