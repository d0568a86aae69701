package masar.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * What an interview indicated, in short.
 *
 * @param conclusion code of the word list {@code conclusion}
 * @param list key of the list of indicators that was used
 * @param provisional the list is not the published one, and the reader must be told
 * @param organisation that held the interview
 */
public record IndicationCard(
        UUID id,
        Instant at,
        String conclusion,
        String list,
        boolean provisional,
        UUID interviewId,
        UUID organisation) {}
