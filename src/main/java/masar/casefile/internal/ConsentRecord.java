package masar.casefile.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.casefile.Consent;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A consent as it is kept; never changed but by review and withdrawal. */
@Table(schema = "casefile", name = "consent")
class ConsentRecord {

    @Id
    final UUID id;

    final UUID caseId;
    final String ground;
    final String purpose;

    final @Nullable UUID recipient;

    final @Nullable String language;

    final byte @Nullable [] sealedReason;

    final UUID explainedBy;
    final Instant givenAt;

    final @Nullable Instant reviewDueAt;

    @Nullable
    Instant reviewedAt;

    @Nullable
    UUID reviewedBy;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    UUID withdrawnBy;

    @Version
    @Nullable
    Integer version;

    ConsentRecord(
            UUID id,
            UUID caseId,
            String ground,
            String purpose,
            @Nullable UUID recipient,
            @Nullable String language,
            byte @Nullable [] sealedReason,
            UUID explainedBy,
            Instant givenAt,
            @Nullable Instant reviewDueAt) {
        this.id = id;
        this.caseId = caseId;
        this.ground = ground;
        this.purpose = purpose;
        this.recipient = recipient;
        this.language = language;
        this.sealedReason = sealedReason;
        this.explainedBy = explainedBy;
        this.givenAt = givenAt;
        this.reviewDueAt = reviewDueAt;
    }

    void withdraw(UUID by, Instant at) {
        Refused.unless(withdrawnAt == null, "casefile.refused.consent.withdrawn");
        withdrawnAt = at;
        withdrawnBy = by;
    }

    void review(UUID by, Instant at) {
        Refused.unless(reviewDueAt != null, "casefile.refused.no.review.needed");
        Refused.unless(reviewedAt == null, "casefile.refused.reviewed");
        Refused.unless(!explainedBy.equals(by), "casefile.refused.own.ground");
        reviewedAt = at;
        reviewedBy = by;
    }

    /** With the reason as it was opened. */
    Consent shown(@Nullable String reason) {
        return new Consent(
                id,
                caseId,
                ground,
                purpose,
                Optional.ofNullable(recipient),
                language,
                reason,
                explainedBy,
                givenAt,
                Optional.ofNullable(reviewDueAt),
                Optional.ofNullable(reviewedAt),
                Optional.ofNullable(withdrawnAt));
    }
}
