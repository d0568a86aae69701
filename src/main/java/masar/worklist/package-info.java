/**
 * What I must do and by when. Tasks open and close with the steps of the procedures; the home page of each role is its
 * worklist. Shows codes, never names.
 */
@ApplicationModule(
        displayName = "Worklist",
        allowedDependencies = {"shared", "audit", "sealing", "shell", "country", "directory", "access"})
@NullMarked
package masar.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
