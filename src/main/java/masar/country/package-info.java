/**
 * The country as a folder of data: languages, calendar, clocks, places, word lists, law. Reads one pack at start-up,
 * names file, line and reason when something in it is wrong, and hands its files to the other modules, each of which
 * checks its own. A country is never a branch in the code.
 */
@ApplicationModule(
        displayName = "Country",
        allowedDependencies = {"shared", "shell", "launch"})
@NullMarked
package masar.country;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
