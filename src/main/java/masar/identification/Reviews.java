package masar.identification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Having an unfavourable decision looked at again by somebody who had no part in it. Support goes on meanwhile. */
public interface Reviews {

    /**
     * The person asks for a review of the newest decision, or appeals to the next instance after a review upheld it;
     * their case manager records it, within the time the country gives.
     *
     * @return id of the review
     */
    UUID ask(Viewer manager, CaseId id, String grounds);

    /** The person does not want it any more; until it is decided. */
    void withdraw(Viewer manager, UUID review);

    /** The decision stands. By a competent officer of the deciding organisation who had no part in it. */
    void uphold(Viewer viewer, UUID review, String reasons);

    /** Decides anew, under the reviewer's own name; same people as {@link #uphold}. */
    UUID change(Viewer viewer, UUID review, VictimStatus status, String reasons);

    /** Reviews of a case, the newest first; needs a summary's depth. */
    List<Review> of(Viewer viewer, CaseId id);

    /**
     * A review.
     *
     * @param decision the decision under review
     * @param instance how many instances looked at it before this one
     * @param key of the instance, in the words of the country's pack
     * @param decides organisation that decides it
     */
    record Review(
            UUID id,
            CaseId caseId,
            UUID decision,
            int instance,
            String key,
            UUID decides,
            ReviewState state,
            String grounds,
            UUID askedBy,
            Instant askedAt,
            Instant dueAt,
            Optional<UUID> decidedBy,
            Optional<Instant> decidedAt,
            String reasons,
            int version) {}
}
