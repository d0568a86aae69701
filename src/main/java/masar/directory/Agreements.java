package masar.directory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Written agreements between organisations on what flows from one to the other by itself. What a person sends by hand, with
 * a consent for it, does not ask here; a page may warn with the same answer.
 */
public interface Agreements {

    /**
     * Whether an agreement that holds at this moment lets one organisation share all of this with the other by itself.
     *
     * @param purpose code of the word list {@code sharing-purpose}
     * @param scope codes of the word list {@code sharing-scope}
     */
    Sharing allow(UUID from, UUID to, String purpose, Set<String> scope, Instant at);
}
