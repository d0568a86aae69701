package masar.casefile;

import java.util.List;
import masar.casefile.CaseActs.Act;
import masar.procedure.Way;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page of a case: its code, its way, whose it is, the pages the modules add, and what this
 * viewer may do next.
 *
 * @param current path of the page shown, one of the tabs
 * @param manager name of the case manager, null while nobody took the case
 */
public record CaseFrame(
        CaseCard card,
        Way way,
        List<CaseTab> tabs,
        String current,
        List<Act> acts,
        LocalizedText owner,
        @Nullable String manager,
        List<Alert> alerts) {

    /** Something a reader must not miss, such as days left of the reflection period. */
    public record Alert(String key, List<Object> arguments, boolean danger) {}

    /** The first page of each group that has any for this viewer, in order. */
    public List<CaseTab> groups() {
        return tabs.stream().filter(tab -> tab == pages(tab.group()).getFirst()).toList();
    }

    /** The pages beside the one that is shown. */
    public List<CaseTab> beside() {
        return pages(currentGroup());
    }

    public CaseTab.Group currentGroup() {
        return tabs.stream()
                .filter(tab -> tab.path().equals(current))
                .findFirst()
                .orElseThrow()
                .group();
    }

    private List<CaseTab> pages(CaseTab.Group group) {
        return tabs.stream().filter(tab -> tab.group() == group).toList();
    }

    public String address(CaseTab tab) {
        return "/cases/" + card.id().value() + (tab.path().isEmpty() ? "" : "/" + tab.path());
    }
}
