package masar.retention;

import java.time.Instant;
import java.util.UUID;
import masar.shared.Subject;

/**
 * A record that is over, so that the period for which it is kept runs.
 *
 * @param code shown instead of a name
 * @param organisation that owns it
 * @param recordClass key in {@code retention.yaml}
 * @param since when its period began
 * @param outcome how it ended, a code
 */
public record EndedRecord(
        Subject subject,
        String code,
        UUID organisation,
        String recordClass,
        Instant begunAt,
        Instant since,
        String outcome) {}
