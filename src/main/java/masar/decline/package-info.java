/**
 * An adult who does not want the procedures. What was written down is destroyed by two people, an anonymous stub stays
 * with what the country allows, and a code lets the person change their mind.
 */
@ApplicationModule(
        displayName = "Decline",
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
            "casefile",
            "retention",
            "screening"
        })
@NullMarked
package masar.decline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
