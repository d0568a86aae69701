package masar.referral.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.Cases;
import masar.casefile.ConsentWithdrawn;
import masar.casefile.Consents;
import masar.directory.Directory;
import masar.procedure.Procedures;
import masar.referral.ReferralCard;
import masar.referral.Referrals;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ReferralDesk implements Referrals {

    private final ReferralStore referrals;
    private final Cases cases;
    private final Consents consents;
    private final Directory directory;
    private final Procedures procedures;
    private final Grants grants;
    private final ReferralNews news;
    private final InstantSource clock;

    ReferralDesk(
            ReferralStore referrals,
            Cases cases,
            Consents consents,
            Directory directory,
            Procedures procedures,
            Grants grants,
            ReferralNews news,
            InstantSource clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.consents = consents;
        this.directory = directory;
        this.procedures = procedures;
        this.grants = grants;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public UUID draft(Viewer viewer, CaseId id, UUID service, String need, Set<String> shared) {
        var card = cases.card(viewer, id, Depth.FULL);
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(card.manager().filter(viewer.account()::equals).isPresent(), "referral.refused.manager.refers");
        var wanted = directory.service(service).orElseThrow(Refused::notFound);
        String urgency = procedures
                .way(viewer, id.subject())
                .orElseThrow(Refused::notFound)
                .urgency();
        var referral = new Referral(
                UUID.randomUUID(),
                id,
                card.code(),
                new Referral.Sides(viewer.organisation(), viewer.account(), wanted.organisation()),
                service,
                need,
                shared,
                urgency,
                now());
        grants.give(referral.subject(), Grants.accountKey(viewer.account()), Depth.FULL, "referral.draft");
        grants.give(
                referral.subject(),
                Grants.officeKey(viewer.organisation(), Role.SUPERVISOR),
                Depth.FULL,
                "supervision");
        referrals.add(referral);
        news.drafted(referral);
        return referral.id;
    }

    @Override
    public void send(Viewer viewer, UUID id) {
        var referral = mine(viewer, id);
        Refused.unless(referral.state.equals(Referral.DRAFT), "referral.refused.already.sent");
        Refused.unless(cases.card(viewer, referral.caseId).isOpen(), "casefile.refused.not.open");
        var consent = consents.covering(referral.caseId, "sharing", referral.to)
                .orElseThrow(() -> Refused.because("referral.refused.consent.does.not.cover"));
        var packet = Packet.of(cases.person(viewer, referral.caseId), referral.shared);
        referral.send(consent, packet, now(), procedures.due("referral-answer-" + referral.urgency));
        referrals.change(referral);
        grants.give(referral.subject(), receiver(referral), Depth.PACKET, "referral.sent");
        news.tell(viewer, referral, "assistance-plan", "referred", Optional.of(referral.to));
    }

    @Override
    public void accept(Viewer viewer, UUID id, String note) {
        var referral = addressedTo(viewer, id);
        referral.accept(viewer.account(), note, now());
        referrals.change(referral);
        news.tell(viewer, referral, "answer-referral", "accepted", Optional.empty());
    }

    @Override
    public void decline(Viewer viewer, UUID id, String reason, String note) {
        var referral = addressedTo(viewer, id);
        referral.decline(viewer.account(), reason, note, now());
        referrals.change(referral);
        grants.end(referral.subject(), receiver(referral), Depth.PACKET);
        news.tell(viewer, referral, "answer-referral", "declined", Optional.empty());
    }

    @Override
    public void complete(Viewer viewer, UUID id, String note) {
        var referral = addressedTo(viewer, id);
        referral.complete(note, now());
        referrals.change(referral);
        news.tell(viewer, referral, "deliver-service", "completed", Optional.empty());
    }

    @Override
    public void withdraw(Viewer viewer, UUID id, String note) {
        close(viewer, mine(viewer, id), note);
    }

    /** What relied on a withdrawn consent ends in the same transaction. */
    @EventListener
    void consentWithdrawn(ConsentWithdrawn fact) {
        var viewer = CurrentViewer.get().orElseThrow();
        for (Referral referral : referrals.restingOn(fact.consent())) {
            close(viewer, referral, "");
        }
    }

    private void close(Viewer viewer, Referral referral, String note) {
        String before = referral.state;
        referral.withdraw(note, now());
        referrals.change(referral);
        grants.end(referral.subject(), receiver(referral), Depth.PACKET);
        switch (before) {
            case Referral.SENT -> news.tell(viewer, referral, "answer-referral", "withdrawn", Optional.empty());
            case Referral.ACCEPTED -> news.tell(viewer, referral, "deliver-service", "stopped", Optional.empty());
            default -> news.dropped(referral);
        }
    }

    @Override
    public ReferralCard card(Viewer viewer, UUID id) {
        var referral = referrals.find(id).orElseThrow(Refused::notFound);
        boolean receives = receives(viewer, referral);
        Refused.unless(
                receives || grants.allows(viewer, referral.caseId.subject(), Depth.FULL), "shell.refused.not.found");
        news.read(referral);
        return shown(viewer, referral, receives);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReferralCard> ofCase(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.FULL);
        return referrals.ofCase(id).stream()
                .map(referral -> shown(viewer, referral, false))
                .toList();
    }

    @Override
    public List<ReferralCard> received(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.SERVICE_PROVIDER), "shell.refused.not.found");
        news.listed(viewer, "received");
        return referrals.receivedBy(viewer.organisation()).stream()
                .map(referral -> shown(viewer, referral, true))
                .toList();
    }

    @Override
    public List<ReferralCard> sent(Viewer viewer) {
        CurrentViewer.require(viewer);
        news.listed(viewer, "sent");
        return referrals.sentBy(viewer.account()).stream()
                .map(referral -> shown(viewer, referral, false))
                .toList();
    }

    private Referral mine(Viewer viewer, UUID id) {
        var referral = referrals.find(id).orElseThrow(Refused::notFound);
        Refused.unless(grants.allows(viewer, referral.caseId.subject(), Depth.FULL), "shell.refused.not.found");
        Refused.unless(referral.from.equals(viewer.organisation()), "referral.refused.only.sender");
        return referral;
    }

    private Referral addressedTo(Viewer viewer, UUID id) {
        var referral = referrals.find(id).orElseThrow(Refused::notFound);
        boolean sees = receives(viewer, referral) || grants.allows(viewer, referral.caseId.subject(), Depth.FULL);
        Refused.unless(sees, "shell.refused.not.found");
        Refused.unless(receives(viewer, referral), "referral.refused.only.addressee");
        return referral;
    }

    /** The addressed organisation sees a referral from the moment it is sent; once it is over, only that it was. */
    private static boolean receives(Viewer viewer, Referral referral) {
        return viewer.holds(Role.SERVICE_PROVIDER)
                && referral.to.equals(viewer.organisation())
                && !referral.state.equals(Referral.DRAFT);
    }

    private ReferralCard shown(Viewer viewer, Referral referral, boolean received) {
        boolean opens = !received || grants.allows(viewer, referral.subject(), Depth.PACKET);
        return new ReferralCard(
                referral.id,
                referral.caseId,
                referral.caseCode,
                referral.from,
                referral.to,
                referral.service,
                opens ? referral.need : "",
                opens ? referral.packet : Map.of(),
                referral.state,
                referral.createdAt,
                Optional.ofNullable(referral.sentAt),
                Optional.ofNullable(referral.dueAt),
                Optional.ofNullable(referral.answeredAt),
                referral.declineReason,
                referral.note,
                received);
    }

    /** What the receiver would see if the draft were sent now. */
    Map<String, String> preview(Viewer viewer, UUID id) {
        var referral = mine(viewer, id);
        return Packet.of(cases.person(viewer, referral.caseId), referral.shared);
    }

    private static String receiver(Referral referral) {
        return Grants.officeKey(referral.to, Role.SERVICE_PROVIDER);
    }

    private Instant now() {
        return clock.instant();
    }
}
