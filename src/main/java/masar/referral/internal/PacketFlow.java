package masar.referral.internal;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.ClosureFact;
import masar.casefile.Consents;
import masar.casefile.PersonKnown;
import masar.directory.Agreements;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What flows to a receiver by itself after a referral was sent: newer versions of the packet, and the news that the case
 * was closed. It flows only under an agreement that covers it; otherwise it waits, and the sender sends it by hand.
 */
@Component
@Transactional
class PacketFlow {

    private static final String PURPOSE = "assistance";
    private static final String STATUS = "case-status";
    private static final String CLOSED = "closed";

    private final ReferralStore referrals;
    private final Cases cases;
    private final Consents consents;
    private final Agreements agreements;
    private final Grants grants;
    private final Steward steward;
    private final Trail trail;
    private final InstantSource clock;

    PacketFlow(
            ReferralStore referrals,
            Cases cases,
            Consents consents,
            Agreements agreements,
            Grants grants,
            Steward steward,
            Trail trail,
            InstantSource clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.consents = consents;
        this.agreements = agreements;
        this.grants = grants;
        this.steward = steward;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the flow leaves behind, in the case and in the trail. */
    @Component("referralTrail")
    record Trail(Chronology chronology, Audit audit) {}

    @EventListener
    void known(PersonKnown fact) {
        var open = open(fact.caseId());
        if (open.isEmpty()) {
            return;
        }
        var viewer = CurrentViewer.get().orElseThrow();
        var person = cases.person(viewer, fact.caseId());
        for (Referral referral : open) {
            var newer = Packet.of(person, referral.shared);
            var changed = changed(referral.packet, newer);
            if (!changed.isEmpty()) {
                flow(referral, changed, each -> each.renew(newer, clock.instant()), "referral.renewed");
            } else if (referral.waitsSince != null) {
                keep(referral, Referral::nothingWaits);
            }
        }
    }

    @EventListener
    void closed(ClosureFact fact) {
        if (fact.step().equals("approve-closure") && fact.outcome().equals("approved")) {
            for (Referral referral : open(fact.caseId())) {
                flow(referral, Set.of(STATUS), this::tellOfClosure, "referral.told");
            }
        }
    }

    private void flow(Referral referral, Set<String> scope, Consumer<Referral> sending, String what) {
        var sharing = agreements.allow(referral.from, referral.to, PURPOSE, scope, clock.instant());
        if (sharing.allowed()) {
            keep(referral, sending);
            told(referral, what);
        } else {
            boolean waited = referral.waitsSince != null;
            keep(referral, each -> each.waitsFor(sharing.why(), clock.instant()));
            if (!waited) {
                trail.chronology().add(referral.caseId, "referral.waits", Optional.of(sharing.why()));
            }
        }
    }

    /** The sender sends by hand what waits, on the consent that covers it. */
    void sendByHand(Viewer viewer, UUID id) {
        var referral = referrals.find(id).orElseThrow(Refused::notFound);
        Refused.unless(grants.allows(viewer, referral.caseId.subject(), Depth.FULL), "shell.refused.not.found");
        Refused.unless(referral.from.equals(viewer.organisation()), "referral.refused.only.sender");
        Refused.unless(referral.waitsSince != null && referral.isOpen(), "referral.refused.nothing.waits");
        Refused.unless(
                consents.covering(referral.caseId, "sharing", referral.to).isPresent(),
                "referral.refused.consent.does.not.cover");
        var newer = Packet.of(cases.person(viewer, referral.caseId), referral.shared);
        boolean isClosed = cases.card(viewer, referral.caseId).state().equals(CLOSED);
        keep(referral, each -> {
            each.renew(newer, clock.instant());
            if (isClosed) {
                tellOfClosure(each);
            }
        });
        told(referral, "referral.renewed");
    }

    /** For whoever may read the referral; the page has asked that before. */
    @Transactional(readOnly = true)
    Flow of(UUID id, boolean received) {
        var referral = referrals.find(id).orElseThrow(Refused::notFound);
        return new Flow(
                received
                        ? null
                        : agreements.allow(referral.from, referral.to, PURPOSE, referral.shared, clock.instant()),
                referral.renewedAt,
                received ? null : referral.waitsSince,
                received ? null : referral.waitsFor,
                referrals.news(id));
    }

    private void tellOfClosure(Referral referral) {
        referrals.tell(referral, CLOSED, clock.instant());
    }

    private void told(Referral referral, String what) {
        trail.chronology().add(referral.caseId, what, Optional.of(referral.id.toString()));
        trail.audit().done(referral.subject(), what);
    }

    private List<Referral> open(CaseId id) {
        return steward.as(Steward.WAY, () -> referrals.ofCase(id)).stream()
                .filter(Referral::isOpen)
                .toList();
    }

    private void keep(Referral referral, Consumer<Referral> change) {
        steward.as(Steward.WAY, () -> {
            change.accept(referral);
            referrals.change(referral);
        });
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var parts = new HashSet<>(before.keySet());
        parts.addAll(after.keySet());
        parts.removeIf(part -> Objects.equals(before.get(part), after.get(part)));
        return parts;
    }
}
