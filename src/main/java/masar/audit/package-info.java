/**
 * Who did or read what, about whom, when: entries are only ever added. Holds pseudonymous ids and codes, never a name
 * or a text.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared"})
@NullMarked
package masar.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
