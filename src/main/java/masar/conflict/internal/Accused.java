package masar.conflict.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody accused in a case, as the people of the case know them. Recorded once and never changed: what was wrong is
 * removed with a reason and recorded anew.
 *
 * @param role code of the word list accused-role
 * @param organisation of the directory in which they work, such as a police unit
 * @param employer employer or business they work for or own
 */
record Accused(
        UUID id,
        String role,
        @Nullable UUID organisation,
        @Nullable String name,
        @Nullable String employer,
        UUID recordedBy,
        Instant recordedAt) {

    /** Hides the name: it must not reach a log. */
    @Override
    public String toString() {
        return "Accused[hidden]";
    }
}
