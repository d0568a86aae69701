package masar.casefile.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.casefile.CaseCode;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.Chronology;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.FormToken;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of cases and the overview of one. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR, Role.COORDINATOR})
public class CasePages {

    private static final int PAGE = 50;
    private static final Pattern MAY_BE_CODE = Pattern.compile("[0-9A-Za-z -]{0,11}");

    private final CaseDesk cases;
    private final CaseFrames frames;
    private final Chronology chronology;
    private final Directory directory;
    private final Accounts accounts;
    private final NameSearch names;
    private final Pages pages;

    CasePages(
            CaseDesk cases,
            CaseFrames frames,
            Chronology chronology,
            Directory directory,
            Accounts accounts,
            NameSearch names,
            Pages pages) {
        this.cases = cases;
        this.frames = frames;
        this.chronology = chronology;
        this.directory = directory;
        this.accounts = accounts;
        this.names = names;
        this.pages = pages;
    }

    /** The list of cases. */
    public record CaseListPage(List<CaseCard> cases, String query, Map<UUID, LocalizedText> organisations) {}

    /** The overview of a case; the chronology is empty for those who may not read it. */
    public record CasePage(CaseFrame frame, List<Line> lines, boolean readsChronology, boolean mayTake, Filled form) {}

    /** One line of the chronology as it is drawn; nobody is named for what Masar did by itself. */
    public record Line(Chronology.Entry entry, @Nullable String who, LocalizedText organisation) {}

    @GetMapping("/cases")
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return list(withCode(viewer, q), q);
    }

    /** By code or name; posted, so that no name stands in an address or in a browser's history. */
    @PostMapping("/cases/search")
    ModelAndView search(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        FormToken.current().ifPresent(FormToken::letGo);
        var found = new LinkedHashSet<>(withCode(viewer, q));
        found.addAll(names.find(viewer, q, PAGE));
        return list(List.copyOf(found), q);
    }

    private List<CaseCard> withCode(Viewer viewer, String q) {
        if (!MAY_BE_CODE.matcher(q.strip()).matches()) {
            return List.of();
        }
        String prefix = CaseCode.isPossible(q) ? CaseCode.format(CaseCode.tidy(q)) : q.strip();
        return cases.list(viewer, prefix, PAGE);
    }

    private ModelAndView list(List<CaseCard> found, String q) {
        return pages.show("casefile/list", new CaseListPage(found, q, organisations()));
    }

    @GetMapping("/cases/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/cases/{id}/assignment")
    ModelAndView take(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.take",
                () -> {
                    cases.take(viewer, caseId);
                    return "/cases/" + id + "?done=casefile.done.taken";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "");
        boolean reads = frame.card().sees(Depth.FULL);
        var organisations = organisations();
        var lines = reads
                ? chronology.of(viewer, id).stream()
                        .map(entry -> new Line(
                                entry,
                                accounts.colleague(entry.account())
                                        .map(Colleague::name)
                                        .orElse(null),
                                organisations.getOrDefault(entry.organisation(), LocalizedText.same("–"))))
                        .toList()
                : List.<Line>of();
        boolean mayTake = frame.acts().stream().anyMatch(act -> act.key().equals("casefile.act.take"));
        return pages.show("casefile/case", new CasePage(frame, lines, reads, mayTake, form));
    }

    private Map<UUID, LocalizedText> organisations() {
        return directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    }
}
