package masar.casefile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Depth;
import masar.access.Grant;
import masar.access.Grants;
import masar.access.Restrictions;
import masar.casefile.CaseCard;
import masar.casefile.CaseSealed;
import masar.casefile.Cases;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sees a file and why; who may not, because of a conflict of interest; and the seal that leaves named people only. */
@Component
@Transactional
class SightDesk {

    private final Cases cases;
    private final Grants grants;
    private final RecusalDesk recusals;
    private final Restrictions restrictions;
    private final Accounts accounts;
    private final ChronologyBook.Trail trail;
    private final ApplicationEventPublisher events;

    SightDesk(
            Cases cases,
            Grants grants,
            RecusalDesk recusals,
            Restrictions restrictions,
            Accounts accounts,
            ChronologyBook.Trail trail,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.grants = grants;
        this.recusals = recusals;
        this.restrictions = restrictions;
        this.accounts = accounts;
        this.trail = trail;
        this.events = events;
    }

    @Transactional(readOnly = true)
    List<Grant> grants(Viewer viewer, CaseId id) {
        return grants.on(viewer, id.subject());
    }

    @Transactional(readOnly = true)
    List<Restrictions.Bar> bars(Viewer viewer, CaseId id) {
        return restrictions.bars(viewer, id.subject());
    }

    @Transactional(readOnly = true)
    boolean isSealed(CaseId id) {
        return restrictions.isSealed(id.subject());
    }

    /** The viewer steps back: from now on the case does not exist for them, and what they managed is their office's again. */
    void stepBack(Viewer viewer, CaseId id, String reason) {
        cases.card(viewer, id);
        trail.chronology().add(id, "sight.stepped-back", Optional.of(reason));
        trail.audit().done(id.subject(), "casefile.conflict.own");
        recusals.recuse(id, viewer.account(), reason);
    }

    /** Nobody of this organisation may see the case, because one of them is concerned by it. */
    void barOrganisation(Viewer viewer, CaseId id, UUID organisation, String reason) {
        var card = guarded(viewer, id);
        Refused.unless(!organisation.equals(card.owner()), "casefile.refused.bar.owner");
        trail.chronology().add(id, "sight.organisation-barred", Optional.of(organisation.toString()));
        recusals.bar(id, organisation, reason, "casefile.conflict.organisation");
    }

    /** From now on only people named one by one know of the case: its manager and the owner's supervisors of today. */
    void seal(Viewer viewer, CaseId id) {
        var card = guarded(viewer, id);
        Refused.unless(!restrictions.isSealed(id.subject()), "casefile.refused.sealed");
        accounts.colleagues(card.owner(), Role.SUPERVISOR)
                .forEach(supervisor ->
                        grants.give(id.subject(), Grants.accountKey(supervisor.account()), Depth.FULL, "by-name"));
        restrictions.seal(id.subject());
        trail.chronology().add(id, "sight.sealed", Optional.empty());
        trail.audit().done(id.subject(), "casefile.seal");
        events.publishEvent(CaseSealed.whole(id));
    }

    /** Gives the owner's offices back what they hold on every case. */
    void unseal(Viewer viewer, CaseId id) {
        var card = supervised(viewer, id);
        Refused.unless(restrictions.isSealed(id.subject()), "casefile.refused.not.sealed");
        restrictions.unseal(id.subject());
        grants.give(id.subject(), Grants.officeKey(card.owner(), Role.CASE_MANAGER), Depth.EXISTENCE, "ownership");
        grants.give(id.subject(), Grants.officeKey(card.owner(), Role.SUPERVISOR), Depth.FULL, "supervision");
        trail.chronology().add(id, "sight.unsealed", Optional.empty());
        trail.audit().done(id.subject(), "casefile.unseal");
    }

    private CaseCard guarded(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id, Depth.FULL);
        boolean manages = card.manager().filter(viewer.account()::equals).isPresent();
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner());
        Refused.unless(manages || supervises, "casefile.refused.guards");
        return card;
    }

    private CaseCard supervised(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id, Depth.FULL);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()),
                "casefile.refused.supervisor.lifts");
        return card;
    }
}
