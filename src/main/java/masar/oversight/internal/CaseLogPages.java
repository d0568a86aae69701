package masar.oversight.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.audit.AuditFilter;
import masar.casefile.CaseCard;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.oversight.internal.LogLines.Line;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** "Who read this file?", for the manager of a case and the supervisors of its owner. */
@Controller
public class CaseLogPages {

    static final List<String> KINDS = List.of("read", "done", "refused");
    private static final int PAGE = 100;
    private static final int EVERYBODY = 10_000;

    private final Audit audit;
    private final CaseFrames frames;
    private final LogLines lines;
    private final Pages pages;

    CaseLogPages(Audit audit, CaseFrames frames, LogLines lines, Pages pages) {
        this.audit = audit;
        this.frames = frames;
        this.lines = lines;
        this.pages = pages;
    }

    /**
     * The log of a case.
     *
     * @param next address of the older entries, null when there are none
     */
    public record CaseLogPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> people,
            List<Choice> kinds,
            @Nullable String next) {}

    @Bean
    static CaseTab readersTab() {
        return new CaseTab("oversight.tab.readers", "readers", 95, CaseLogPages::isTheirs);
    }

    private static boolean isTheirs(Viewer viewer, CaseCard card) {
        return card.sees(Depth.FULL)
                && viewer.organisation().equals(card.owner())
                && (viewer.holds(Role.SUPERVISOR)
                        || card.manager().filter(viewer.account()::equals).isPresent());
    }

    @Door({Role.CASE_MANAGER, Role.SUPERVISOR})
    @GetMapping("/cases/{id}/readers")
    ModelAndView show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long before) {
        var caseId = new CaseId(id);
        var frame = frames.frame(viewer, caseId, "readers");
        var everybody = lines.of(audit.about(viewer, caseId.subject(), AuditFilter.newest(EVERYBODY)));
        var shown = everybody.stream()
                .filter(line -> person == null || person.equals(line.account()))
                .filter(line -> kind.isEmpty() || kind.equals(line.kind()))
                .filter(line -> before == null || line.number() < before)
                .limit(PAGE + 1)
                .toList();
        var page = shown.subList(0, Math.min(PAGE, shown.size()));
        return pages.show(
                "oversight/readers",
                new CaseLogPage(
                        frame,
                        page,
                        Filled.with(java.util.Map.of("person", person == null ? "" : person.toString(), "kind", kind)),
                        people(everybody),
                        kinds(),
                        shown.size() > PAGE ? next(id, person, kind, page.getLast()) : null));
    }

    private static String next(UUID id, @Nullable UUID person, String kind, Line last) {
        return UriComponentsBuilder.fromPath("/cases/" + id + "/readers")
                .queryParamIfPresent("person", Optional.ofNullable(person))
                .queryParam("kind", kind)
                .queryParam("before", last.number())
                .build()
                .toUriString();
    }

    private static List<Choice> people(List<Line> all) {
        var known = new java.util.LinkedHashMap<UUID, String>();
        all.forEach(line -> {
            UUID account = line.account();
            String who = line.who();
            if (account != null && who != null) {
                known.putIfAbsent(account, who);
            }
        });
        return known.entrySet().stream()
                .map(each -> Choice.of(each.getKey().toString(), LocalizedText.same(each.getValue())))
                .toList();
    }

    static List<Choice> kinds() {
        return KINDS.stream()
                .map(kind -> Choice.said(kind, "oversight.kind." + kind))
                .toList();
    }
}
