package masar.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.casefile.CaseCode;
import masar.intake.Told;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told us about a person. Begins received, written by an operator for the caller; ends triaged, once. The
 * telling itself never changes.
 */
class Report {

    static final String RECEIVED = "received";
    static final String TRIAGED = "triaged";

    /** What may follow what; drawn into docs/states by a test. */
    static final Map<String, Set<String>> TRANSITIONS = Map.of(RECEIVED, Set.of(TRIAGED), TRIAGED, Set.of());

    final UUID id;

    final String code;
    final String channel;
    final String caller;

    final @Nullable String callerContact;

    final boolean callerSafe;

    final @Nullable String place;

    final String whatHappened;

    final @Nullable String personName;

    final String ageNow;
    final Set<String> dangers;
    final String dangerNow;
    final String medicalNeed;
    final boolean detained;

    final @Nullable LocalDate removalOn;

    final Instant receivedAt;
    final UUID takenBy;
    final UUID organisation;
    String state;

    @Nullable
    String outcome;

    @Nullable
    String urgency;

    @Nullable
    String reasons;

    @Nullable
    UUID triagedBy;

    @Nullable
    Instant triagedAt;

    @Nullable
    UUID caseId;

    /** How often it was kept; 0 while it is new. */
    int version;

    Report(
            UUID id,
            String code,
            String channel,
            String caller,
            @Nullable String callerContact,
            boolean callerSafe,
            @Nullable String place,
            String whatHappened,
            @Nullable String personName,
            String ageNow,
            Set<String> dangers,
            String dangerNow,
            String medicalNeed,
            boolean detained,
            @Nullable LocalDate removalOn,
            Instant receivedAt,
            UUID takenBy,
            UUID organisation,
            String state) {
        this.id = id;
        this.code = code;
        this.channel = channel;
        this.caller = caller;
        this.callerContact = callerContact;
        this.callerSafe = callerSafe;
        this.place = place;
        this.whatHappened = whatHappened;
        this.personName = personName;
        this.ageNow = ageNow;
        this.dangers = dangers;
        this.dangerNow = dangerNow;
        this.medicalNeed = medicalNeed;
        this.detained = detained;
        this.removalOn = removalOn;
        this.receivedAt = receivedAt;
        this.takenBy = takenBy;
        this.organisation = organisation;
        this.state = state;
    }

    static Report received(Told told, Viewer by, Instant now) {
        return new Report(
                UUID.randomUUID(),
                "R-" + CaseCode.random(),
                told.channel(),
                told.caller(),
                told.callerContact(),
                told.callerSafe(),
                told.place(),
                told.whatHappened(),
                told.personName(),
                told.ageNow(),
                told.dangers(),
                told.dangerNow(),
                told.medicalNeed(),
                told.detained(),
                told.removalOn(),
                now,
                by.account(),
                by.organisation(),
                RECEIVED);
    }

    void triage(String decided, String howUrgent, String why, Viewer by, Instant now) {
        Refused.unless(TRANSITIONS.getOrDefault(state, Set.of()).contains(TRIAGED), "intake.refused.triaged");
        state = TRIAGED;
        outcome = decided;
        urgency = howUrgent;
        reasons = why;
        triagedBy = by.account();
        triagedAt = now;
    }

    void becomes(UUID opened) {
        caseId = opened;
    }

    Subject subject() {
        return new Subject("report", id);
    }
}
