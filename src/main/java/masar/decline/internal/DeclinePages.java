package masar.decline.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseActs;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.decline.Declines;
import masar.decline.Declines.Slip;
import masar.decline.StubField;
import masar.decline.internal.DeclineRules.Rules;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letting an adult go, the slip they are given, and coming back. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER})
public class DeclinePages {

    private final Declines declines;
    private final ReturnDesk returns;
    private final DeclineRules rules;
    private final CaseFrames frames;
    private final Audit audit;
    private final Pages pages;

    DeclinePages(
            Declines declines, ReturnDesk returns, DeclineRules rules, CaseFrames frames, Audit audit, Pages pages) {
        this.declines = declines;
        this.returns = returns;
        this.rules = rules;
        this.frames = frames;
        this.audit = audit;
        this.pages = pages;
    }

    /** Before somebody is let go: what stays, what is destroyed. */
    public record DeclinePage(CaseFrame frame, Rules rules, List<Choice> languages, Filled form) {}

    /** What the person takes with them, in their language. */
    public record SlipPage(Slip slip, Language language) {}

    /** Coming back, and how many declined. */
    public record DeclinedPage(
            Rules rules, boolean receives, List<Choice> owners, Map<String, Integer> counts, Filled form) {}

    @Bean
    static CaseActs declineActs() {
        return (viewer, card, way) -> DeclineDesk.mayRecord(viewer, card, way)
                ? List.of(new CaseActs.Act(
                        "decline.act.decline", "/cases/" + card.id().value() + "/decline", ""))
                : List.of();
    }

    @Bean
    static MenuEntry declinedEntry() {
        return new MenuEntry(
                "decline.menu",
                "/declined",
                "key",
                70,
                viewer -> viewer.holds(Role.FRONT_LINE_OFFICER) || viewer.holds(Role.DATA_OFFICER));
    }

    @GetMapping("/cases/{id}/decline")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    /** The slip is drawn in the answer itself: its code is kept nowhere, so there is nothing to lead to. */
    @PostMapping("/cases/{id}/decline")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String sure) {
        var caseId = new CaseId(id);
        var slip = new AtomicReference<Slip>();
        var answer = pages.act(
                caseId.subject(),
                "decline.decline",
                () -> {
                    var problems = new Problems().oneOf("language", language, codes());
                    if (!sure.equals("yes")) {
                        problems.add("sure", "decline.problem.sure");
                    }
                    problems.refuseIfAny();
                    slip.set(declines.decline(viewer, caseId));
                    return "/";
                },
                filled -> page(viewer, caseId, filled));
        var given = slip.get();
        return given == null
                ? answer
                : pages.show(
                        "decline/slip",
                        new SlipPage(given, Language.of(language).orElse(Language.AR)));
    }

    @Door({Role.FRONT_LINE_OFFICER, Role.COORDINATOR, Role.DATA_OFFICER})
    @GetMapping("/declined")
    ModelAndView declined(Viewer viewer) {
        return declined(viewer, Filled.empty());
    }

    @Door(Role.FRONT_LINE_OFFICER)
    @PostMapping("/declined/return")
    ModelAndView comeBack(
            Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String owner) {
        return pages.act(
                new Subject("account", viewer.account()),
                "decline.return",
                () -> {
                    new Problems()
                            .required("code", code)
                            .atMost("code", code, 40)
                            .oneOf(
                                    "owner",
                                    owner,
                                    owners().stream().map(Choice::value).toList())
                            .refuseIfAny();
                    var begun = declines.comeBack(viewer, code, UUID.fromString(owner));
                    return "/cases/" + begun.value() + "?done=decline.done.returned";
                },
                filled -> declined(viewer, filled));
    }

    private ModelAndView declined(Viewer viewer, Filled form) {
        boolean receives = viewer.holds(Role.FRONT_LINE_OFFICER);
        boolean counts = viewer.holds(Role.COORDINATOR) || viewer.holds(Role.DATA_OFFICER);
        audit.read(new Subject("account", viewer.account()), "decline.declined");
        var field = rules.rules().fields().contains(StubField.DAY) ? StubField.DAY : StubField.MONTH;
        return pages.show(
                "decline/declined",
                new DeclinedPage(
                        rules.rules(),
                        receives,
                        receives ? owners() : List.of(),
                        counts ? declines.count(viewer, field) : Map.of(),
                        form));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "screening");
        Refused.unless(
                frame.card().sees(Depth.SUMMARY) && DeclineDesk.mayRecord(viewer, frame.card(), frame.way()),
                "shell.refused.not.found");
        return pages.show("decline/decline", new DeclinePage(frame, rules.rules(), languages(), form));
    }

    private List<Choice> owners() {
        return returns.owners().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private static List<Choice> languages() {
        return List.of(Language.values()).stream()
                .map(each -> Choice.of(each.code(), masar.shared.LocalizedText.same(each.ownName())))
                .toList();
    }

    private static List<String> codes() {
        return languages().stream().map(Choice::value).toList();
    }
}
