package masar.casefile.internal;

import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.DutiesChanged;
import masar.access.Grants;
import masar.access.Restrictions;
import masar.access.Steward;
import masar.casefile.CaseSealed;
import masar.casefile.Cases;
import masar.casefile.Recusals;
import masar.casefile.Recused;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people off cases: because of a tie, or because they no longer work where the case is kept. */
@Component
@Transactional
class RecusalDesk implements Recusals {

    private final CaseStore store;
    private final Cases cases;
    private final Restrictions restrictions;
    private final Grants grants;
    private final Steward steward;
    private final Hands hands;
    private final ChronologyBook.Trail trail;
    private final ApplicationEventPublisher events;

    RecusalDesk(
            CaseStore store,
            Cases cases,
            Restrictions restrictions,
            Grants grants,
            Steward steward,
            Hands hands,
            ChronologyBook.Trail trail,
            ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.restrictions = restrictions;
        this.grants = grants;
        this.steward = steward;
        this.hands = hands;
        this.trail = trail;
        this.events = events;
    }

    /** What lies in somebody's hands and is given back. */
    @Component("casefileHands")
    record Hands(Worklist worklist, CaseTasks tasks) {}

    /** Bars the account; what it managed is its office's again. */
    void recuse(CaseId id, UUID account, String reason) {
        giveBack(record(id), account);
        restrictions.barAccount(id.subject(), account, reason);
        events.publishEvent(new Recused(id, account, reason));
    }

    @Override
    public void tieFound(CaseId id, UUID account) {
        trail.chronology().add(id, "sight.tie-found", Optional.empty());
        trail.audit().done(id.subject(), "casefile.conflict.found");
        recuse(id, account, FOUND_TIE);
        hands.tasks().tieFound(record(id), account);
    }

    @Override
    public void unitFound(CaseId id, UUID organisation) {
        var record = record(id);
        if (record.owner.equals(organisation)) {
            hands.tasks().ownerConcerned(record);
        } else {
            trail.chronology().add(id, "sight.unit-found", Optional.of(organisation.toString()));
            bar(id, organisation, FOUND_UNIT, "casefile.conflict.found.unit");
        }
    }

    /** Nobody of the organisation sees the case, or a part of it, any more. */
    void bar(CaseId id, UUID organisation, String reason, String act) {
        restrictions.barOrganisation(id.subject(), organisation, reason);
        trail.audit().done(id.subject(), act);
        events.publishEvent(CaseSealed.against(id, organisation, reason));
    }

    @Override
    public void unitGone(Viewer viewer, CaseId id, UUID organisation) {
        if (cases.card(viewer, id, Depth.FULL).owner().equals(organisation)) {
            hands.tasks().ownerUnconcerned(id, viewer);
        }
    }

    @Override
    public void keep(Viewer viewer, CaseId id, UUID bar) {
        settle(viewer, id, bar);
        trail.audit().done(id.subject(), "casefile.conflict.keep");
    }

    @Override
    public void lift(Viewer viewer, CaseId id, UUID bar, String reason) {
        settle(viewer, id, bar);
        restrictions.lift(id.subject(), bar);
        trail.chronology().add(id, "sight.bar-lifted", Optional.of(reason));
        trail.audit().done(id.subject(), "casefile.conflict.lift");
    }

    private void settle(Viewer viewer, CaseId id, UUID bar) {
        var card = cases.card(viewer, id, Depth.FULL);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()),
                "casefile.refused.supervisor.lifts");
        var known = restrictions.bars(viewer, id.subject()).stream()
                .filter(each -> each.id().equals(bar))
                .findFirst()
                .orElseThrow(Refused::notFound);
        known.account().ifPresent(account -> hands.tasks().tieSettled(id, account, viewer));
    }

    /**
     * Cases never leave with a person: they stay with their organisation, and those who look after it are told. A closed
     * case keeps the name of who managed it, who may not confirm its deletion.
     */
    @EventListener
    void giveBackAll(DutiesChanged fact) {
        if (!fact.ended().contains(Role.CASE_MANAGER)) {
            return;
        }
        for (CaseRecord record : steward.as(Steward.WAY, () -> store.findByManager(fact.account()))) {
            var id = new CaseId(record.id);
            grants.end(id.subject(), Grants.accountKey(fact.account()), Depth.FULL);
            if (record.state.equals(CaseRecord.CLOSED)) {
                continue;
            }
            giveBack(record, fact.account());
            trail.chronology().add(id, "casefile.given-back", Optional.empty());
            trail.audit().done(id.subject(), "casefile.give-back");
            hands.tasks().managerLeft(record, fact.account());
        }
    }

    private void giveBack(CaseRecord record, UUID account) {
        if (account.equals(record.manager)) {
            record.givenBack();
            steward.as(Steward.WAY, () -> store.save(record));
        }
        hands.worklist().giveBack(new CaseId(record.id).subject(), account);
    }

    private CaseRecord record(CaseId id) {
        return steward.as(Steward.WAY, () -> store.findById(id.value()).orElseThrow(Refused::notFound));
    }
}
