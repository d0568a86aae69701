/**
 * Conflicts of interest: who is accused in a case, what could tie staff to it, and the comparison of the two that takes
 * people off a case. What is compared, nobody reads but who wrote it.
 */
@ApplicationModule(
        displayName = "Conflict of interest",
        allowedDependencies = {
            "shared",
            "audit",
            "sealing",
            "shell",
            "country",
            "directory",
            "access",
            "matching",
            "procedure",
            "casefile"
        })
@NullMarked
package masar.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
