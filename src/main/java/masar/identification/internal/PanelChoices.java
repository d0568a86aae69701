package masar.identification.internal;

import java.util.Arrays;
import java.util.List;
import masar.access.Accounts;
import masar.access.Depth;
import masar.access.Grants;
import masar.directory.Directory;
import masar.identification.PanelState;
import masar.identification.Panels.Panel;
import masar.identification.VictimStatus;
import masar.identification.internal.PanelPages.May;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is offered on the pages of panels. */
@Component
class PanelChoices {

    private final Directory directory;
    private final Accounts accounts;
    private final Competence competence;
    private final DecisionBook decisions;
    private final Grants grants;

    PanelChoices(Directory directory, Accounts accounts, Competence competence, DecisionBook decisions, Grants grants) {
        this.directory = directory;
        this.accounts = accounts;
        this.competence = competence;
        this.decisions = decisions;
        this.grants = grants;
    }

    /** Identification officers of competent organisations, without the viewer; nobody for who may not decide. */
    @Transactional(readOnly = true)
    List<Choice> candidates(Viewer viewer) {
        if (!competence.mayDecide(viewer)) {
            return List.of();
        }
        return directory.competentFor("identification").stream()
                .flatMap(organisation -> accounts.colleagues(organisation.id(), Role.IDENTIFICATION_OFFICER).stream()
                        .filter(each -> !each.account().equals(viewer.account()))
                        .map(each -> Choice.of(
                                each.account().toString(), LocalizedText.same(each.name()), organisation.name())))
                .toList();
    }

    /** What may be decided now, for those who read the file. */
    @Transactional(readOnly = true)
    List<Choice> statuses(Viewer viewer, Panel panel) {
        if (!grants.allows(viewer, panel.caseId().subject(), Depth.SUMMARY)) {
            return List.of();
        }
        var now = decisions.status(panel.caseId());
        return Arrays.stream(VictimStatus.values())
                .filter(now::mayBecome)
                .map(each -> Choice.said(each.code(), "identification.choice." + each.code()))
                .toList();
    }

    /** What this viewer may do on the panel now. */
    static May may(Viewer viewer, Panel panel, int quorum) {
        boolean member = panel.members().contains(viewer.account());
        boolean chairs = panel.chair().equals(viewer.account());
        return new May(
                member
                        && panel.state() == PanelState.CONVENED
                        && !panel.declared().contains(viewer.account()),
                chairs && panel.state() == PanelState.CONVENED && panel.free().size() >= quorum,
                panel.state() == PanelState.OPEN && panel.free().contains(viewer.account()),
                chairs && panel.state() == PanelState.OPEN && panel.given() >= quorum,
                chairs && panel.state() == PanelState.VOTED,
                chairs && !panel.state().isOver());
    }

    static List<String> codes() {
        return Arrays.stream(VictimStatus.values()).map(VictimStatus::code).toList();
    }
}
