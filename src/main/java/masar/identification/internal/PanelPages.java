package masar.identification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.identification.PanelState;
import masar.identification.Panels.Panel;
import masar.identification.VictimStatus;
import masar.identification.internal.IdentificationRules.Use;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Panels: calling one together, and the page on which its members sit. */
@Controller
@Door(Role.IDENTIFICATION_OFFICER)
public class PanelPages {

    private static final int LONGEST = 8000;

    private final PanelDesk desk;
    private final PanelChoices choices;
    private final IdentificationRules rules;
    private final CaseFrames frames;
    private final Accounts accounts;
    private final Pages pages;

    PanelPages(
            PanelDesk desk,
            PanelChoices choices,
            IdentificationRules rules,
            CaseFrames frames,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.choices = choices;
        this.rules = rules;
        this.frames = frames;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** Panels of a case; the candidates are empty for those who may not call one together. */
    public record PanelsPage(
            CaseFrame frame,
            IdentificationRules.Panel rules,
            List<Panel> panels,
            List<Choice> candidates,
            boolean off,
            Filled form) {}

    /** What this viewer may do on the panel now. */
    public record May(boolean declare, boolean open, boolean opine, boolean close, boolean decide, boolean cancel) {}

    /** A panel; names by account. */
    public record PanelPage(
            Panel panel,
            Map<UUID, String> names,
            int quorum,
            List<Choice> statuses,
            May may,
            boolean file,
            Filled form) {}

    @Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
    @GetMapping("/cases/{id}/panels")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/panels")
    ModelAndView convene(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "identification.panel.convene",
                () -> {
                    var members = typed.getOrDefault("members", List.of());
                    var offered = choices.candidates(viewer).stream()
                            .map(Choice::value)
                            .toList();
                    var problems = new Problems();
                    members.forEach(member -> problems.oneOf("members", member, offered));
                    var day = day(typed.getFirst("sitsOn"));
                    if (day == null) {
                        problems.add("sitsOn", "identification.problem.day");
                    }
                    problems.refuseIfAny();
                    var panel = desk.convene(
                            viewer,
                            caseId,
                            Objects.requireNonNull(day),
                            members.stream().map(UUID::fromString).collect(Collectors.toSet()));
                    return "/panels/" + panel + "?done=identification.done.panel";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "identification");
        Refused.unless(frame.card().sees(Depth.SUMMARY), "shell.refused.not.found");
        var panels = desk.of(viewer, id);
        boolean off = rules.panel().use() == Use.OFF;
        boolean free = !off
                && frame.card().isOpen()
                && panels.stream().allMatch(each -> each.state().isOver());
        return pages.show(
                "identification/panels",
                new PanelsPage(frame, rules.panel(), panels, free ? choices.candidates(viewer) : List.of(), off, form));
    }

    @GetMapping("/panels/{id}")
    ModelAndView panel(Viewer viewer, @PathVariable UUID id) {
        return panel(viewer, id, Filled.empty());
    }

    @PostMapping("/panels/{id}/declaration")
    ModelAndView declare(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String free) {
        var subject = desk.panel(viewer, id).caseId().subject();
        return pages.act(
                subject,
                "identification.panel.declare",
                () -> {
                    new Problems().oneOf("free", free, List.of("yes", "no")).refuseIfAny();
                    desk.declare(viewer, id, free.equals("yes"));
                    return free.equals("yes") ? address(id) : "/?done=identification.done.panel";
                },
                filled -> panel(viewer, id, filled));
    }

    @PostMapping("/panels/{id}/opening")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "open", () -> desk.open(viewer, id));
    }

    @PostMapping("/panels/{id}/opinions")
    ModelAndView opine(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reasons) {
        return act(viewer, id, "opine", () -> {
            check(status, reasons);
            desk.opine(viewer, id, VictimStatus.of(status), reasons.strip());
        });
    }

    @PostMapping("/panels/{id}/closing")
    ModelAndView close(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "close", () -> desk.close(viewer, id));
    }

    /** The chair signs: a second factor just given. */
    @Door(value = Role.IDENTIFICATION_OFFICER, fresh = true)
    @PostMapping("/panels/{id}/decision")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reasons) {
        return act(viewer, id, "decide", () -> {
            check(status, reasons);
            desk.decide(viewer, id, VictimStatus.of(status), reasons.strip());
        });
    }

    @PostMapping("/panels/{id}/cancellation")
    ModelAndView cancel(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "cancel", () -> desk.cancel(viewer, id));
    }

    private static void check(String status, String reasons) {
        new Problems()
                .oneOf("status", status, PanelChoices.codes())
                .required("reasons", reasons)
                .atMost("reasons", reasons, LONGEST)
                .refuseIfAny();
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Runnable act) {
        var subject = desk.panel(viewer, id).caseId().subject();
        return pages.act(
                subject,
                "identification.panel." + what,
                () -> {
                    act.run();
                    return address(id);
                },
                filled -> panel(viewer, id, filled));
    }

    private static String address(UUID id) {
        return "/panels/" + id + "?done=identification.done.panel";
    }

    private ModelAndView panel(Viewer viewer, UUID id, Filled form) {
        var panel = desk.panel(viewer, id);
        var names = new LinkedHashMap<UUID, String>();
        panel.members()
                .forEach(member ->
                        accounts.colleague(member).ifPresent(colleague -> names.put(member, colleague.name())));
        boolean file = panel.state() == PanelState.OPEN && panel.free().contains(viewer.account());
        return pages.show(
                "identification/panel",
                new PanelPage(
                        panel,
                        names,
                        rules.panel().quorum(),
                        choices.statuses(viewer, panel),
                        PanelChoices.may(viewer, panel, rules.panel().quorum()),
                        file || panel.chair().equals(viewer.account()),
                        form));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
