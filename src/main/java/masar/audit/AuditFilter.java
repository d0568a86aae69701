package masar.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries somebody asks for.
 *
 * @param accounts whose; empty means anybody's
 * @param kind {@code read}, {@code done} or {@code refused}
 * @param act beginning of a code, such as {@code referral.}
 * @param from first moment, included
 * @param until last moment, excluded
 * @param before only entries with a smaller number: where the next page begins
 * @param atMost how many, at least 1
 */
public record AuditFilter(
        Set<UUID> accounts,
        Optional<UUID> organisation,
        Optional<String> kind,
        Optional<String> act,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before,
        int atMost) {

    /** The newest ones, whatever they tell. */
    public static AuditFilter newest(int atMost) {
        return new AuditFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                atMost);
    }
}
