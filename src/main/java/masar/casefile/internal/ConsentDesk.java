package masar.casefile.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Steward;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Consent;
import masar.casefile.ConsentWithdrawn;
import masar.casefile.Consents;
import masar.sealing.Place;
import masar.sealing.Sealing;
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
    private final Grounds grounds;
    private final ChronologyBook.Trail trail;
    private final Steward steward;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Sealing sealing;

    ConsentDesk(
            ConsentStore consents,
            Cases cases,
            Grounds grounds,
            ChronologyBook.Trail trail,
            Steward steward,
            ApplicationEventPublisher events,
            InstantSource clock,
            Sealing sealing) {
        this.consents = consents;
        this.cases = cases;
        this.grounds = grounds;
        this.trail = trail;
        this.steward = steward;
        this.events = events;
        this.clock = clock;
        this.sealing = sealing;
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
        grounds.refuseUnlessGood(id, ground, reason);
        UUID consent = UUID.randomUUID();
        var record = new ConsentRecord(
                consent,
                id.value(),
                ground,
                purpose,
                recipient.orElse(null),
                language,
                reason == null ? null : sealing.sealFields(place(id.value(), consent), reason),
                viewer.account(),
                clock.instant(),
                grounds.reviewDue(ground));
        consents.save(record);
        trail.chronology().add(id, "consent.recorded", Optional.of(purpose));
        trail.audit().done(id.subject(), "casefile.consent.record");
        return record.shown(reason);
    }

    @Override
    public void withdraw(Viewer viewer, CaseId id, UUID consent) {
        cases.card(viewer, id, Depth.SUMMARY);
        var record = mine(id, consent);
        record.withdraw(viewer.account(), clock.instant());
        consents.save(record);
        trail.chronology().add(id, "consent.withdrawn", Optional.of(record.purpose));
        trail.audit().done(id.subject(), "casefile.consent.withdraw");
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
        trail.chronology().add(id, "consent.reviewed", Optional.of(record.ground));
        trail.audit().done(id.subject(), "casefile.consent.review");
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
                .map(this::shown)
                .toList();
    }

    private Consent shown(ConsentRecord record) {
        byte[] reason = record.sealedReason;
        return record.shown(
                reason == null
                        ? null
                        : sealing.openFields(place(record.caseId, record.id), reason, String.class)
                                .orElse(""));
    }

    private static Place place(UUID caseId, UUID consent) {
        return Place.of("casefile.consent.sealed_reason", consent, new CaseId(caseId).subject());
    }
}
