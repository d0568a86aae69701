package masar.screening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an interview was held, when and by whom; nothing of what was said.
 *
 * @param organisation that held it
 * @param interviewer account that began it
 * @param mine whether this viewer may go on with it
 * @param readable whether this viewer may read what was said
 */
public record InterviewCard(
        UUID id,
        UUID organisation,
        UUID interviewer,
        InterviewStatus status,
        Instant begunAt,
        Optional<Instant> endedAt,
        boolean mine,
        boolean readable) {}
