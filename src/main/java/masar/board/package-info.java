/**
 * The coordinators' board: how many cases stand where, for how long, and which clocks are overdue, by organisation and
 * area. Shows numbers only, never a code or a name of anybody.
 */
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {"shared", "audit", "shell", "country", "directory", "worklist", "procedure"})
@NullMarked
package masar.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
