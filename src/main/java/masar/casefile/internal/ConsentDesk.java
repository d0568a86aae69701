package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Steward;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.Consent;
import masar.casefile.ConsentWithdrawn;
import masar.casefile.Consents;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ConsentDesk implements Consents {

    private static final String SHARING = "sharing";

    private final ConsentStore consents;
    private final Cases cases;
    private final Procedures procedures;
    private final Chronology chronology;
    private final Audit audit;
    private final Steward steward;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ConsentDesk(
            ConsentStore consents,
            Cases cases,
            Procedures procedures,
            Chronology chronology,
            Audit audit,
            Steward steward,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.consents = consents;
        this.cases = cases;
        this.procedures = procedures;
        this.chronology = chronology;
        this.audit = audit;
        this.steward = steward;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Consent record(
            Viewer viewer,
            CaseId id,
            String ground,
            String purpose,
            Optional<UUID> recipient,
            @Nullable String language,
            @Nullable String reason) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(!purpose.equals(SHARING) || recipient.isPresent(), "casefile.refused.recipient.needed");
        boolean consented = ground.equals(Consent.OWN_CONSENT) || ground.equals("guardian-and-assent");
        Refused.unless(consented || (reason != null && !reason.isBlank()), "casefile.refused.reason.needed");
        Instant reviewDue = consented ? null : procedures.due("ground-review");
        var record = new ConsentRecord(
                UUID.randomUUID(),
                id.value(),
                ground,
                purpose,
                recipient.orElse(null),
                language,
                reason,
                viewer.account(),
                clock.instant(),
                reviewDue);
        consents.save(record);
        chronology.add(id, "consent.recorded", Optional.of(purpose));
        audit.done(id.subject(), "casefile.consent.record");
        return record.shown();
    }

    @Override
    public void withdraw(Viewer viewer, CaseId id, UUID consent) {
        cases.card(viewer, id, Depth.SUMMARY);
        var record = mine(id, consent);
        record.withdraw(viewer.account(), clock.instant());
        consents.save(record);
        chronology.add(id, "consent.withdrawn", Optional.of(record.purpose));
        audit.done(id.subject(), "casefile.consent.withdraw");
        steward.as(Steward.WAY, () -> events.publishEvent(new ConsentWithdrawn(id, consent)));
    }

    @Override
    public void review(Viewer viewer, CaseId id, UUID consent) {
        CaseCard card = cases.card(viewer, id, Depth.FULL);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()),
                "casefile.refused.supervisor.reviews");
        var record = mine(id, consent);
        record.review(viewer.account(), clock.instant());
        consents.save(record);
        chronology.add(id, "consent.reviewed", Optional.of(record.ground));
        audit.done(id.subject(), "casefile.consent.review");
    }

    private ConsentRecord mine(CaseId id, UUID consent) {
        return consents.findById(consent)
                .filter(record -> record.caseId.equals(id.value()))
                .orElseThrow(Refused::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consent> of(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return all(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Consent> covering(CaseId id, String purpose, UUID recipient) {
        return all(id).stream()
                .filter(consent -> consent.covers(purpose, recipient))
                .findFirst();
    }

    private List<Consent> all(CaseId id) {
        return consents.findByCaseIdOrderByGivenAtDesc(id.value()).stream()
                .map(ConsentRecord::shown)
                .toList();
    }
}
