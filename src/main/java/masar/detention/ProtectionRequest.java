package masar.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an authority for somebody: release, no removal, no punishment. Begins written, is sent with a consent
 * or ground that covers it, and ends with an answer, with silence put down as such, or withdrawn.
 *
 * @param again the earlier request after which this one asks again
 * @param dueAt when the answer is due; null before it was sent
 */
public record ProtectionRequest(
        UUID id,
        CaseId caseId,
        Draft draft,
        Optional<UUID> again,
        RequestState state,
        @Nullable LocalDate sentOn,
        @Nullable Instant dueAt,
        Optional<Reply> reply,
        UUID writtenBy,
        UUID organisation,
        Instant writtenAt) {

    /**
     * What is asked, of whom and why.
     *
     * @param kind code of the word list protection-request
     * @param addressee organisation of the directory; null when an authority is named in words
     * @param authority the authority, or the person in it, in words
     * @param article code of an article of the country's law; null when none is cited
     */
    public record Draft(
            String kind,
            @Nullable UUID addressee,
            @Nullable String authority,
            @Nullable String article,
            String reason) {

        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * The answer.
     *
     * @param outcome code of the word list request-outcome
     */
    public record Reply(LocalDate on, String outcome, String text) {

        @Override
        public String toString() {
            return "Reply[hidden]";
        }
    }

    /** Whether it may be asked again: it was answered, or the answer is late. */
    public boolean mayAskAgain(Instant now) {
        return state == RequestState.ANSWERED || (state == RequestState.SENT && dueAt != null && dueAt.isBefore(now));
    }

    @Override
    public String toString() {
        return "ProtectionRequest[" + id + "]";
    }
}
