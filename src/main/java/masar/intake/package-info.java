/**
 * What reaches us about a person who may be a victim: reports written by operators, and their triage. Begins with a
 * call or a visit; ends when somebody decides whether the person is to be screened.
 */
@ApplicationModule(
        displayName = "Intake",
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
            "retention"
        })
@NullMarked
package masar.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
