package masar.detention.internal;

import java.util.List;
import masar.access.Depth;
import masar.casefile.CaseActs;
import masar.casefile.CaseAlerts;
import masar.casefile.CaseCard;
import masar.casefile.CaseTab;
import masar.detention.Detentions;
import masar.procedure.Way;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.MenuEntry;
import masar.worklist.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What detention puts on every case and into the menu, for those who may read it. */
@Configuration
class DetentionAdditions {

    @Bean
    MenuEntry heldEntry() {
        return new MenuEntry("detention.menu", "/detained", "hourglass-split", 25, DetentionAdditions::works);
    }

    @Bean
    CaseTab detentionTab() {
        return new CaseTab("detention.tab", "detention", 25, (viewer, card) -> card.sees(Depth.FULL) && works(viewer));
    }

    /** Days in detention and days to the removal, on the head of the case. */
    @Bean
    CaseAlerts detentionAlerts(Detentions detentions, DetentionView view) {
        return (viewer, card) -> card.sees(Depth.FULL) && DetentionDesk.mayRead(viewer)
                ? detentions.current(viewer, card.id()).map(view::alerts).orElse(List.of())
                : List.of();
    }

    /** What an alarm asks for, told where one stands before the case. */
    @Bean
    CaseActs detentionActs() {
        return DetentionAdditions::acts;
    }

    private static List<CaseActs.Act> acts(Viewer viewer, CaseCard card, Way way) {
        if (!DetentionDesk.mayWrite(viewer, card) || !viewer.holds(Role.CASE_MANAGER)) {
            return List.of();
        }
        String page = "/cases/" + card.id().value() + "/detention";
        return way.open().stream()
                .map(Task::step)
                .filter(Alarms::isAlarm)
                .limit(1)
                .map(step -> new CaseActs.Act("detention.act.review", page, step))
                .toList();
    }

    private static boolean works(Viewer viewer) {
        return DetentionDesk.mayRead(viewer) && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.SUPERVISOR));
    }
}
