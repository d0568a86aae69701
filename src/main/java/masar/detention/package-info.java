/**
 * People who are held: since when, where, on what ground, and the date of their removal; alarms while it lasts, and what is
 * asked of authorities for them: release, no removal, no punishment. Never read by who detains or polices.
 */
@ApplicationModule(
        displayName = "Detention",
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
package masar.detention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
