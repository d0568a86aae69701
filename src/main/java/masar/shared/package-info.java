/**
 * Words every module needs: who is looking, what is looked at, how a text is said in three languages,
 * how an act is refused. At most fifteen types; a new one must be needed by at least three modules.
 */
@ApplicationModule(
        displayName = "Shared words",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package masar.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
