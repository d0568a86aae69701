/**
 * How long each kind of record is kept, what must be kept longer, and how it ends: proposed by one person, confirmed by
 * another, with a certificate. Knows cases and subjects; what else belongs to a case is told by the modules above.
 */
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {
            "shared",
            "audit",
            "sealing",
            "shell",
            "country",
            "forms",
            "directory",
            "access",
            "worklist",
            "procedure",
            "casefile"
        })
@NullMarked
package masar.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
