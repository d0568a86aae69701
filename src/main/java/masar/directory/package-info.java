/**
 * Organisations and the services they offer, with their public mandates and numbers. Seeded by the country pack; what
 * people edit later wins. Never holds the address of a shelter.
 */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"shared", "audit", "shell", "country", "forms"})
@NullMarked
package masar.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
