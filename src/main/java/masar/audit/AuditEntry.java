package masar.audit;

import java.time.Instant;
import java.util.UUID;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail.
 *
 * @param number rises with each entry
 * @param account who; null before sign-in
 * @param kind {@code read}, {@code done} or {@code refused}
 * @param act what, as a code
 * @param reason the key of the refusal, null otherwise
 */
public record AuditEntry(
        long number,
        Instant at,
        @Nullable UUID account,
        @Nullable UUID organisation,
        String kind,
        String act,
        Subject subject,
        @Nullable String reason) {}
