/**
 * Decisions on whether a person is a victim: presumed, confirmed, or not, each by a named person of a competent
 * organisation with reasons. A presumption starts recovery and reflection. History is never overwritten.
 */
@ApplicationModule(
        displayName = "Identification",
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
            "screening"
        })
@NullMarked
package masar.identification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
