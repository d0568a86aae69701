/**
 * Interviews that look for signs of trafficking, and what the signs indicate together. An indication is explained and
 * never a verdict: a person of a competent organisation decides. Urgent needs never wait for an interview.
 */
@ApplicationModule(
        displayName = "Screening",
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
package masar.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
