package masar.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Consent per purpose and recipient, and the other grounds; withdrawal works at once. */
public interface Consents {

    /**
     * Records consent or another ground. Another ground needs a written reason and is reviewed within the country's
     * clock.
     */
    Consent record(
            Viewer viewer,
            CaseId id,
            String ground,
            String purpose,
            Optional<UUID> recipient,
            @Nullable String language,
            @Nullable String reason);

    /** Records that the person withdrew it; what depended on it ends in the same transaction. */
    void withdraw(Viewer viewer, CaseId id, UUID consent);

    /** Records that a supervisor looked at another ground than consent and upholds it. */
    void review(Viewer viewer, CaseId id, UUID consent);

    List<Consent> of(Viewer viewer, CaseId id);

    /** A consent or ground that covers this purpose towards this organisation now. */
    Optional<Consent> covering(CaseId id, String purpose, UUID recipient);
}
