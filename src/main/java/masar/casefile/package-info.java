/**
 * One person's case: the person, who owns it, consents and other grounds, the chronology, closure and reopening. Holds
 * neither needs nor services, neither interviews nor decisions; those modules add their pages and acts to the case.
 */
@ApplicationModule(
        displayName = "Case file",
        allowedDependencies = {
            "shared",
            "audit",
            "sealing",
            "matching",
            "shell",
            "country",
            "forms",
            "directory",
            "access",
            "worklist",
            "procedure"
        })
@NullMarked
package masar.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
