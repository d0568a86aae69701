/**
 * Documents of a case: papers and pictures that people bring. Each is recognised by its content, sealed with its hash
 * under the key of its class, and opened only through the door, for a reason. Never changed; withdrawn, it is hidden.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {
            "shared",
            "audit",
            "launch",
            "sealing",
            "shell",
            "country",
            "directory",
            "access",
            "procedure",
            "casefile"
        })
@NullMarked
package masar.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
