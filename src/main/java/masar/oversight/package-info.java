/**
 * Looking over the shoulders: the access log of each case for its owner, the whole trail for the auditor, its export and
 * check, and the watch over unusual reading. Decides nothing about a case.
 */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {
            "shared",
            "audit",
            "shell",
            "launch",
            "country",
            "directory",
            "access",
            "worklist",
            "procedure",
            "casefile"
        })
@NullMarked
package masar.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
