/**
 * The frame round each page: language and direction, menu, texts, moments in time, errors, forms that are posted once,
 * the browser libraries. Knows nothing of cases; other modules add menu entries and banners.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package masar.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
