package masar.sealing;

import java.time.Instant;
import java.util.UUID;
import masar.shared.Subject;

/**
 * That a subject's keys were destroyed.
 *
 * @param reason code, such as {@code retention} or {@code request}
 * @param by account that did it
 * @param second account that agreed
 * @param keys how many keys were destroyed
 * @param lastCopyAt when the last backup copy of the wrapped keys expires; until then a backup together with the root
 *     key could still open the data
 */
public record ErasureCertificate(
        UUID id, Subject subject, String reason, UUID by, UUID second, Instant at, int keys, Instant lastCopyAt) {}
