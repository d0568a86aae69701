package masar.casefile.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.Audit;
import masar.casefile.CaseActs;
import masar.casefile.CaseActs.Act;
import masar.casefile.CaseAlerts;
import masar.casefile.CaseCard;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.casefile.Cases;
import masar.directory.Directory;
import masar.procedure.Procedures;
import masar.procedure.Way;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CaseFrameDesk implements CaseFrames {

    private final Cases cases;
    private final Procedures procedures;
    private final Directory directory;
    private final Accounts accounts;
    private final Audit audit;
    private final Additions additions;

    CaseFrameDesk(
            Cases cases,
            Procedures procedures,
            Directory directory,
            Accounts accounts,
            Audit audit,
            Additions additions) {
        this.cases = cases;
        this.procedures = procedures;
        this.directory = directory;
        this.accounts = accounts;
        this.audit = audit;
        this.additions = additions;
    }

    /** What the modules above add to each case. */
    @Component
    record Additions(ObjectProvider<CaseTab> tabs, ObjectProvider<CaseActs> acts, ObjectProvider<CaseAlerts> alerts) {

        List<CaseTab> tabs(Viewer viewer, CaseCard card) {
            return tabs.stream()
                    .filter(tab -> tab.shownTo().test(viewer, card))
                    .sorted(Comparator.comparingInt(CaseTab::order))
                    .toList();
        }

        List<Act> acts(Viewer viewer, CaseCard card, Way way) {
            return acts.stream()
                    .flatMap(each -> each.acts(viewer, card, way).stream())
                    .toList();
        }

        List<CaseFrame.Alert> alerts(Viewer viewer, CaseCard card) {
            return alerts.stream()
                    .flatMap(each -> each.alerts(viewer, card).stream())
                    .toList();
        }
    }

    @Override
    @Transactional
    public CaseFrame frame(Viewer viewer, CaseId id, String current) {
        var card = cases.card(viewer, id);
        var tabs = additions.tabs(viewer, card);
        Refused.unless(tabs.stream().anyMatch(tab -> tab.path().equals(current)), "shell.refused.not.found");
        audit.read(id.subject(), "casefile.page." + (current.isEmpty() ? "overview" : current));
        var way = procedures.way(viewer, id.subject()).orElseThrow(Refused::notFound);
        String manager =
                card.manager().flatMap(accounts::colleague).map(Colleague::name).orElse(null);
        return new CaseFrame(
                card,
                way,
                tabs,
                current,
                additions.acts(viewer, card, way),
                Objects.requireNonNull(
                        directory.organisation(card.owner()).orElseThrow().name()),
                manager,
                additions.alerts(viewer, card));
    }
}
