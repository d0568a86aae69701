package masar.screening.internal;

import java.util.ArrayList;
import java.util.List;
import masar.access.Depth;
import masar.casefile.CaseActs;
import masar.casefile.CaseAlerts;
import masar.casefile.CaseCard;
import masar.casefile.CaseFrame;
import masar.casefile.CaseTab;
import masar.procedure.Way;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages, acts and alerts that screening puts on every case. */
@Configuration
class ScreeningAdditions {

    @Bean
    CaseTab screeningTab(InterviewRights rights) {
        return new CaseTab(
                "screening.tab",
                "screening",
                30,
                (viewer, card) -> card.sees(Depth.SUMMARY) || rights.hasOwn(viewer, card.id()));
    }

    @Bean
    CaseTab urgentNeedTab() {
        return new CaseTab("screening.urgent.tab", "urgent-needs", 35, ScreeningAdditions::meetsThePerson);
    }

    /** Whoever may know of the case and may meet the person: urgent needs must be reachable for them. */
    static boolean meetsThePerson(Viewer viewer, CaseCard card) {
        return card.sees(Depth.SUMMARY)
                || viewer.holds(Role.FRONT_LINE_OFFICER)
                || UrgentNeedDesk.isTheirs(viewer, card);
    }

    @Bean
    CaseActs screeningActs() {
        return ScreeningAdditions::acts;
    }

    private static List<CaseActs.Act> acts(Viewer viewer, CaseCard card, Way way) {
        var acts = new ArrayList<CaseActs.Act>();
        String base = "/cases/" + card.id().value();
        if (Opening.of(viewer, card, way) == Opening.FIRST) {
            acts.add(new CaseActs.Act("screening.act.interview", base + "/screening", "screening"));
        }
        boolean raises = viewer.holds(Role.FRONT_LINE_OFFICER) || viewer.holds(Role.CASE_MANAGER);
        if (raises && card.isOpen() && meetsThePerson(viewer, card)) {
            acts.add(new CaseActs.Act("screening.act.urgent", base + "/urgent-needs", "urgent-need"));
        }
        return acts;
    }

    @Bean
    CaseAlerts urgentNeedAlerts(UrgentNeedDesk needs, Wording wording) {
        return (viewer, card) -> {
            var open = needs.known(viewer, card).stream()
                    .filter(UrgentNeed::isOpen)
                    .map(need -> wording.word("urgent-need", need.need()))
                    .distinct()
                    .toList();
            return open.isEmpty()
                    ? List.of()
                    : List.of(new CaseFrame.Alert("screening.alert.urgent", List.of(wording.joined(open)), true));
        };
    }
}
