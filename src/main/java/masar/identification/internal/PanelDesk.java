package masar.identification.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.identification.PanelState;
import masar.identification.Panels;
import masar.identification.VictimStatus;
import masar.identification.internal.IdentificationRules.Use;
import masar.identification.internal.PanelBook.Sitting;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PanelDesk implements Panels {

    private final PanelBook book;
    private final DecisionBook decisions;
    private final DecisionMaking making;
    private final Impartiality impartiality;
    private final PanelSight sight;
    private final Around around;
    private final PanelReading reading;
    private final IdentificationRules rules;
    private final IdentificationTrail trail;

    PanelDesk(
            PanelBook book,
            DecisionBook decisions,
            DecisionMaking making,
            Impartiality impartiality,
            PanelSight sight,
            Around around,
            PanelReading reading,
            IdentificationTrail trail) {
        this.book = book;
        this.decisions = decisions;
        this.making = making;
        this.impartiality = impartiality;
        this.sight = sight;
        this.around = around;
        this.reading = reading;
        this.rules = around.rules();
        this.trail = trail;
    }

    /** The case, who works where, and what is waited for. */
    @Component("identificationPanelAround")
    record Around(
            Cases cases,
            Accounts accounts,
            Competence competence,
            IdentificationRules rules,
            IdentificationTasks tasks) {}

    @Override
    public UUID convene(Viewer viewer, CaseId id, LocalDate sitsOn, Set<UUID> members) {
        var card = around.cases().card(viewer, id, Depth.SUMMARY);
        Refused.unless(rules.panel().use() != Use.OFF, "identification.refused.panel.off");
        Refused.unless(around.competence().mayDecide(viewer), "identification.refused.not.competent");
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(!sitsOn.isBefore(around.competence().today()), "identification.refused.panel.past");
        Refused.unless(
                book.of(id).stream().allMatch(each -> each.state().isOver()), "identification.refused.panel.sits");
        var all = new HashSet<>(members);
        all.add(viewer.account());
        Refused.unless(
                all.size() >= rules.panel().quorum()
                        && all.size() <= rules.panel().most(),
                "identification.refused.panel.size",
                rules.panel().quorum(),
                rules.panel().most());
        all.forEach(member -> refuseUnfit(member, card));
        var sitting = new Sitting(
                UUID.randomUUID(), id, card.code(), viewer.account(), Set.copyOf(all), sitsOn, PanelState.CONVENED, 1);
        book.add(sitting, around.competence().now());
        sight.ask(sitting);
        var by =
                around.competence().due(around.competence().now(), rules.panel().declaration());
        all.forEach(member -> sight.await(viewer, card, IdentificationTasks.DECLARE, sitting, member, by));
        trail.tell(id, "identification.panel.convened", Optional.empty());
        return sitting.id();
    }

    private void refuseUnfit(UUID member, CaseCard card) {
        boolean fit = around.accounts()
                .colleague(member)
                .filter(each -> each.roles().contains(Role.IDENTIFICATION_OFFICER)
                        && around.competence().isCompetent(each.organisation()))
                .isPresent();
        Refused.unless(fit, "identification.refused.panel.member");
        impartiality.refuseMember(member, card);
    }

    @Override
    public void declare(Viewer viewer, UUID panel, boolean free) {
        var sitting = sitting(viewer, panel);
        var card = around.cases().card(viewer, sitting.caseId());
        Refused.unless(sitting.state() == PanelState.CONVENED, "identification.refused.panel.declared.late");
        Refused.unless(!book.declared(panel).containsKey(viewer.account()), "identification.refused.panel.declared");
        if (free) {
            refuseUnfit(viewer.account(), card);
        }
        book.declare(sitting, viewer.account(), free, around.competence().now());
        around.tasks().close(viewer, card, IdentificationTasks.DECLARE, viewer.account());
        trail.tell(sitting.caseId(), "identification.panel.declared", Optional.empty());
        if (!free && !viewer.account().equals(sitting.chair())) {
            sight.end(sitting, viewer.account(), List.of());
        }
    }

    @Override
    public void open(Viewer viewer, UUID panel) {
        var sitting = chaired(viewer, panel);
        var free = reading.free(sitting);
        Refused.unless(
                free.contains(viewer.account()) && free.size() >= rules.panel().quorum(),
                "identification.refused.panel.quorum",
                rules.panel().quorum());
        become(sitting, PanelState.OPEN);
        sight.open(viewer, sitting, free);
        var card = around.cases().card(viewer, sitting.caseId(), Depth.SUMMARY);
        sight.settle(viewer, card, sitting);
        var by = around.competence().endOf(sitting.sitsOn());
        free.forEach(member -> sight.await(viewer, card, IdentificationTasks.OPINION, sitting, member, by));
        trail.tell(sitting.caseId(), "identification.panel.opened", Optional.empty());
    }

    @Override
    public void opine(Viewer viewer, UUID panel, VictimStatus status, String reasons) {
        var sitting = sitting(viewer, panel);
        var card = around.cases().card(viewer, sitting.caseId(), Depth.SUMMARY);
        Refused.unless(sitting.state() == PanelState.OPEN, "identification.refused.panel.vote.closed");
        Refused.unless(reading.free(sitting).contains(viewer.account()), "identification.refused.panel.not.member");
        Refused.unless(!reasons.isBlank(), "identification.refused.reasons.needed");
        impartiality.refuseMember(viewer.account(), card);
        Refused.unless(decisions.status(sitting.caseId()).mayBecome(status), "identification.refused.out.of.order");
        book.opine(sitting, viewer, status, reasons, around.competence().now());
        around.tasks().close(viewer, card, IdentificationTasks.OPINION, viewer.account());
        trail.tell(sitting.caseId(), "identification.panel.opinion", Optional.empty());
    }

    @Override
    public void close(Viewer viewer, UUID panel) {
        var sitting = chaired(viewer, panel);
        Refused.unless(
                book.given(panel) >= rules.panel().quorum(),
                "identification.refused.panel.quorum",
                rules.panel().quorum());
        become(sitting, PanelState.VOTED);
        goHome(viewer, sitting);
        trail.tell(sitting.caseId(), "identification.panel.voted", Optional.empty());
    }

    @Override
    public UUID decide(Viewer viewer, UUID panel, VictimStatus status, String reasons) {
        var sitting = chaired(viewer, panel);
        become(sitting, PanelState.DECIDED);
        return making.decide(viewer, sitting.caseId(), status, reasons, panel);
    }

    @Override
    public void cancel(Viewer viewer, UUID panel) {
        var sitting = chaired(viewer, panel);
        become(sitting, PanelState.CANCELLED);
        goHome(viewer, sitting);
        trail.tell(sitting.caseId(), "identification.panel.cancelled", Optional.empty());
    }

    private void goHome(Viewer viewer, Sitting sitting) {
        var card = around.cases().card(viewer, sitting.caseId(), Depth.SUMMARY);
        sight.settle(viewer, card, sitting);
        sight.end(viewer, sitting);
    }

    private void become(Sitting sitting, PanelState next) {
        Refused.unless(sitting.state().mayBecome(next), "identification.refused.panel.order");
        book.become(sitting, next);
    }

    private Sitting sitting(Viewer viewer, UUID panel) {
        CurrentViewer.require(viewer);
        var sitting = book.find(panel).orElseThrow(Refused::notFound);
        Refused.unless(sitting.members().contains(viewer.account()), "shell.refused.not.found");
        return sitting;
    }

    private Sitting chaired(Viewer viewer, UUID panel) {
        var sitting = sitting(viewer, panel);
        Refused.unless(sitting.chair().equals(viewer.account()), "identification.refused.panel.chair");
        around.cases().card(viewer, sitting.caseId(), Depth.SUMMARY);
        return sitting;
    }

    @Override
    public Panel panel(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var sitting = book.find(id).orElseThrow(Refused::notFound);
        trail.read(sitting.caseId(), "identification.panel");
        return reading.told(sitting, viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Panel> of(Viewer viewer, CaseId id) {
        around.cases().card(viewer, id, Depth.SUMMARY);
        return book.of(id).stream()
                .map(sitting -> reading.told(sitting, viewer))
                .toList();
    }
}
