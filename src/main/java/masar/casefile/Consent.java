package masar.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Consent, or another recorded ground, for one purpose and one recipient. Begins when it was explained and given; ends
 * by withdrawal.
 *
 * @param ground code of the word list {@code legal-ground}
 * @param purpose code of the word list {@code consent-purpose}
 * @param recipient organisation it is for; empty where the purpose needs none
 * @param reviewDueAt until when another ground than consent must be reviewed
 */
public record Consent(
        UUID id,
        UUID caseId,
        String ground,
        String purpose,
        Optional<UUID> recipient,
        @Nullable String language,
        @Nullable String reason,
        UUID explainedBy,
        Instant givenAt,
        Optional<Instant> reviewDueAt,
        Optional<Instant> reviewedAt,
        Optional<Instant> withdrawnAt) {

    /** Word for a person's own consent in the list of grounds. */
    public static final String OWN_CONSENT = "consent";

    /** Word for the consent of a guardian together with the child's assent. */
    public static final String GUARDIAN_AND_ASSENT = "guardian-and-assent";

    /** Purpose of being contacted once the case is closed. */
    public static final String CONTACT_AFTER_CLOSURE = "contact-after-closure";

    public boolean holds() {
        return withdrawnAt.isEmpty();
    }

    /** Whether it allows this purpose towards this organisation now. */
    public boolean covers(String wanted, UUID organisation) {
        return holds()
                && purpose.equals(wanted)
                && recipient.filter(organisation::equals).isPresent();
    }

    /** Whether it allows this purpose, where none is told anything. */
    public boolean covers(String wanted) {
        return holds() && purpose.equals(wanted);
    }
}
