package masar.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import masar.access.Depth;
import masar.casefile.CaseActs;
import masar.casefile.CaseCard;
import masar.casefile.CaseTab;
import masar.procedure.Way;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages and acts that the case file itself puts on every case. */
@Configuration
class CaseAdditions {

    @Bean
    MenuEntry casesEntry() {
        return new MenuEntry("casefile.menu.cases", "/cases", "folder2", 20, CaseAdditions::knowsCases);
    }

    static boolean knowsCases(Viewer viewer) {
        return viewer.roles().stream().anyMatch(role -> switch (role) {
            case FRONT_LINE_OFFICER, IDENTIFICATION_OFFICER, CASE_MANAGER, SUPERVISOR, COORDINATOR -> true;
            default -> false;
        });
    }

    @Bean
    CaseTab overviewTab() {
        return new CaseTab("casefile.tab.overview", "", 0, (viewer, card) -> true);
    }

    @Bean
    CaseTab wayTab() {
        return new CaseTab("casefile.tab.way", "way", 5, (viewer, card) -> true);
    }

    @Bean
    CaseTab personTab() {
        return new CaseTab("casefile.tab.person", "person", 10, (viewer, card) -> card.sees(Depth.SUMMARY));
    }

    @Bean
    CaseTab consentTab() {
        return new CaseTab("casefile.tab.consent", "consents", 20, (viewer, card) -> card.sees(Depth.SUMMARY));
    }

    @Bean
    CaseTab sightTab() {
        return new CaseTab(
                "casefile.tab.sight",
                "sight",
                95,
                (viewer, card) ->
                        card.sees(Depth.FULL) && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.SUPERVISOR)));
    }

    @Bean
    MenuEntry sightEntry() {
        return new MenuEntry("casefile.menu.sight", "/sight", "eye", 60, CaseAdditions::knowsCases);
    }

    @Bean
    CaseTab closureTab() {
        return new CaseTab("casefile.tab.closure", "closure", 90, (viewer, card) -> card.sees(Depth.FULL));
    }

    @Bean
    CaseActs caseFileActs() {
        return CaseAdditions::acts;
    }

    private static List<CaseActs.Act> acts(Viewer viewer, CaseCard card, Way way) {
        var acts = new ArrayList<CaseActs.Act>();
        String base = "/cases/" + card.id().value();
        boolean owns = viewer.organisation().equals(card.owner());
        boolean manages = card.manager().filter(viewer.account()::equals).isPresent();
        if (owns && viewer.holds(Role.CASE_MANAGER) && card.manager().isEmpty() && card.isOpen()) {
            acts.add(new CaseActs.Act("casefile.act.take", base, ""));
        }
        if (manages && card.state().equals("open")) {
            acts.add(new CaseActs.Act("casefile.act.consent", base + "/consents", ""));
            acts.add(new CaseActs.Act("casefile.act.close", base + "/closure", "request-closure"));
        }
        if (owns && viewer.holds(Role.SUPERVISOR) && card.state().equals("closure-requested")) {
            acts.add(new CaseActs.Act("casefile.act.approve", base + "/closure", "approve-closure"));
        }
        boolean mayReopen = owns && (manages || viewer.holds(Role.SUPERVISOR));
        if (mayReopen && card.state().equals("closed")) {
            acts.add(new CaseActs.Act("casefile.act.reopen", base + "/closure", ""));
        }
        return acts;
    }
}
