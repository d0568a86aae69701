/**
 * Starting and stopping Masar: the data folder, the embedded PostgreSQL, the database roles, and the verbs of the
 * command line. Begins before Spring and ends after it; knows nothing of cases.
 */
@ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {"shared"})
@NullMarked
package masar.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
