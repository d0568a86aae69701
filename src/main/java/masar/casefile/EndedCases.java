package masar.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;

/** Cases that are over, for the rules on how long they are kept; codes and dates only. For {@code system:retention}. */
public interface EndedCases {

    /** Cases closed before then and not opened again, the longest closed first. */
    List<EndedCase> before(Instant moment, int atMost);

    /** The case, when it is closed now. */
    Optional<EndedCase> ended(CaseId id);

    /**
     * A closed case.
     *
     * @param manager account that managed it at the end
     * @param reason of closure: code of the word list closure-reason
     */
    record EndedCase(
            CaseId id,
            String code,
            UUID owner,
            Optional<UUID> manager,
            Instant openedAt,
            Instant closedAt,
            String reason) {}
}
