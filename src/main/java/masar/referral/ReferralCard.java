package masar.referral;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A referral as one of its two sides sees it.
 *
 * @param packet what the receiver sees of the person, by part; empty once it is withdrawn
 * @param state {@code draft}, {@code sent}, {@code accepted}, {@code declined}, {@code completed} or {@code withdrawn}
 * @param received whether the viewer looks from the receiving side
 */
public record ReferralCard(
        UUID id,
        CaseId caseId,
        String caseCode,
        UUID from,
        UUID to,
        UUID service,
        String need,
        Map<String, String> packet,
        String state,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<Instant> dueAt,
        Optional<Instant> answeredAt,
        @Nullable String declineReason,
        @Nullable String note,
        boolean received) {

    public boolean isOpen() {
        return state.equals("sent") || state.equals("accepted");
    }

    /** Hides what it carries: it must not reach a log. */
    @Override
    public String toString() {
        return "ReferralCard[" + id + " " + state + "]";
    }
}
