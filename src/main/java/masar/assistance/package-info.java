/**
 * The help a person receives: services delivered by the owner of the case or by an organisation that accepted a
 * referral, a child's guardian and what is best for the child, and visits after closure. Never depends on cooperation with
 * justice, and neither sees nor is seen by it.
 */
@ApplicationModule(
        displayName = "Assistance",
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
            "intake",
            "referral"
        })
@NullMarked
package masar.assistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
