package masar.worklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;

/**
 * Something somebody must do by a certain time.
 *
 * @param subject the report or case
 * @param item the referral inside the case, when the task is about one
 * @param code shown instead of a name
 * @param step key of the step in the edition
 * @param name what to do, as a verb phrase
 * @param address the page on which it is done
 * @param account the person who took it, empty while it is the office's
 * @param askedBy account whose act opened it
 */
public record Task(
        UUID id,
        Subject subject,
        Optional<UUID> item,
        String code,
        String step,
        LocalizedText name,
        String address,
        UUID organisation,
        Role role,
        Optional<UUID> account,
        UUID askedBy,
        Instant openedAt,
        Instant dueAt) {}
