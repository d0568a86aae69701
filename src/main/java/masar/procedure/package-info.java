/**
 * The country's edition of the procedures: which steps there are, who does them, by when, and what comes next; and its
 * decision tables. Data says who, when and what next; a person always decides the outcome.
 */
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {
            "shared",
            "launch",
            "audit",
            "sealing",
            "shell",
            "country",
            "directory",
            "access",
            "worklist"
        })
@NullMarked
package masar.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
