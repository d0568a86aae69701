/**
 * Names across scripts: words of a name, the consonants by which different spellings meet, and how well two names agree,
 * with reasons. Pure: keeps nothing and decides nothing; that two people are one, a person decides.
 */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {})
@NullMarked
package masar.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
