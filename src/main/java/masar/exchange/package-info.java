/**
 * Cases in and out of Masar: the files of the Human Trafficking Case Data Standard (HTCDS 2.0), other systems, other
 * instances. What comes in is checked cell by cell and proposed; what goes out has been released by somebody.
 */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {
            "shared",
            "audit",
            "sealing",
            "shell",
            "launch",
            "country",
            "forms",
            "directory",
            "access",
            "worklist",
            "procedure",
            "casefile"
        })
@NullMarked
package masar.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
