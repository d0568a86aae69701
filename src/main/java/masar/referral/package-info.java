/**
 * Asking another organisation for a service a person needs and has agreed to. Begins as a draft beside a case; ends
 * declined, completed or withdrawn. The receiver sees a packet, not the case.
 */
@ApplicationModule(
        displayName = "Referral",
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
            "intake"
        })
@NullMarked
package masar.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
