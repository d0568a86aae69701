/**
 * Keeps what is personal readable only through Masar: seals and opens the free fields of a row under keys of their own
 * for each subject, changes those keys, and destroys them when a person's data must be erased. Knows no cases.
 */
@ApplicationModule(
        displayName = "Sealing",
        allowedDependencies = {"shared", "audit", "launch"})
@NullMarked
package masar.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
