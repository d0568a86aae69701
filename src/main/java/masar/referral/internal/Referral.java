package masar.referral.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.casefile.Consent;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One request for a service. Begins as a draft of the owner of the case; once sent, only the addressed organisation
 * answers; ends declined, completed or withdrawn.
 */
class Referral {

    static final String DRAFT = "draft";
    static final String SENT = "sent";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String COMPLETED = "completed";
    static final String WITHDRAWN = "withdrawn";

    /** What may follow what; drawn into docs/states by a test. */
    static final Map<String, Set<String>> TRANSITIONS = Map.of(
            DRAFT, Set.of(SENT, WITHDRAWN),
            SENT, Set.of(ACCEPTED, DECLINED, WITHDRAWN),
            ACCEPTED, Set.of(COMPLETED, WITHDRAWN),
            DECLINED, Set.of(),
            COMPLETED, Set.of(),
            WITHDRAWN, Set.of());

    final UUID id;
    final CaseId caseId;
    final String caseCode;
    final UUID from;
    final UUID fromAccount;
    final UUID to;
    final UUID service;
    final String need;
    final Set<String> shared;
    final String urgency;
    final Instant createdAt;
    String state = DRAFT;
    Map<String, String> packet = Map.of();
    int version;

    @Nullable
    UUID consent;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant answeredAt;

    @Nullable
    UUID answeredBy;

    @Nullable
    String declineReason;

    @Nullable
    String note;

    @Nullable
    Instant endedAt;

    /** When the packet was last sent anew; null while it is the first one. */
    @Nullable
    Instant renewedAt;

    /** Since when something newer is known that was not sent by itself, and why not. */
    @Nullable
    Instant waitsSince;

    @Nullable
    String waitsFor;

    Referral(
            UUID id,
            CaseId caseId,
            String caseCode,
            Sides sides,
            UUID service,
            String need,
            Set<String> shared,
            String urgency,
            Instant createdAt) {
        this.id = id;
        this.caseId = caseId;
        this.caseCode = caseCode;
        this.from = sides.from();
        this.fromAccount = sides.account();
        this.to = sides.to();
        this.service = service;
        this.need = need;
        this.shared = shared;
        this.urgency = urgency;
        this.createdAt = createdAt;
    }

    /** Who asks whom. */
    record Sides(UUID from, UUID account, UUID to) {}

    /** Sends what is frozen here; one cannot send without holding the consent for this recipient and purpose. */
    void send(Consent covering, Map<String, String> frozen, Instant at, Instant answerDue) {
        Refused.unless(covering.covers("sharing", to), "referral.refused.consent.does.not.cover");
        become(SENT);
        consent = covering.id();
        packet = frozen;
        sentAt = at;
        dueAt = answerDue;
    }

    void accept(UUID by, String words, Instant at) {
        Refused.unless(state.equals(SENT), "referral.refused.already.answered");
        become(ACCEPTED);
        answered(by, words, at);
    }

    void decline(UUID by, String reason, String words, Instant at) {
        Refused.unless(state.equals(SENT), "referral.refused.already.answered");
        become(DECLINED);
        declineReason = reason;
        answered(by, words, at);
        endedAt = at;
    }

    void complete(String words, Instant at) {
        Refused.unless(state.equals(ACCEPTED), "referral.refused.not.accepted");
        become(COMPLETED);
        note = words;
        endedAt = at;
    }

    void withdraw(String words, Instant at) {
        become(WITHDRAWN);
        note = words;
        packet = Map.of();
        endedAt = at;
    }

    /** Sends a newer packet in place of the one before. */
    void renew(Map<String, String> newer, Instant at) {
        Refused.unless(isOpen(), "referral.refused.not.open");
        packet = newer;
        renewedAt = at;
        nothingWaits();
    }

    /** Something newer is known, and no agreement lets it flow. */
    void waitsFor(String missing, Instant at) {
        waitsSince = waitsSince == null ? at : waitsSince;
        waitsFor = missing;
    }

    void nothingWaits() {
        waitsSince = null;
        waitsFor = null;
    }

    boolean isOpen() {
        return state.equals(SENT) || state.equals(ACCEPTED);
    }

    Subject subject() {
        return new Subject("referral", id);
    }

    private void answered(UUID by, String words, Instant at) {
        answeredBy = by;
        note = words;
        answeredAt = at;
    }

    private void become(String next) {
        Refused.unless(TRANSITIONS.getOrDefault(state, Set.of()).contains(next), "referral.refused.out.of.order");
        state = next;
    }
}
