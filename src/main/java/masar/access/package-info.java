/**
 * Who works with Masar and what they may see: accounts in organisations, roles, sign-in, sessions, and grants (need to
 * know). Knows subjects, not cases.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "audit", "sealing", "shell", "launch", "country", "forms", "directory"})
@NullMarked
package masar.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
