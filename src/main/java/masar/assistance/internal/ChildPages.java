package masar.assistance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import masar.access.Depth;
import masar.assistance.ChildProtection;
import masar.assistance.ChildProtection.Assessment;
import masar.assistance.ChildProtection.ChildFile;
import masar.assistance.ChildProtection.Guardian;
import masar.casefile.CaseActs;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A child's guardian, and what is best for the child. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class ChildPages {

    private static final int LONGEST = 4000;

    private final ChildProtection children;
    private final CaseFrames frames;
    private final PackWords words;
    private final Pages pages;

    ChildPages(ChildProtection children, CaseFrames frames, PackWords words, Pages pages) {
        this.children = children;
        this.frames = frames;
        this.words = words;
        this.pages = pages;
    }

    /** A guardian as they are drawn. */
    public record GuardianLine(Guardian guardian, LocalizedText kind, String namedBy) {}

    /** An assessment as it is drawn. */
    public record AssessmentLine(Assessment assessment, LocalizedText outcome, String by) {}

    /** @param waivedBy name of the supervisor who said why there is no guardian; empty when nobody did */
    public record ChildPage(
            CaseFrame frame,
            ChildFile file,
            List<GuardianLine> guardians,
            String waivedBy,
            List<AssessmentLine> assessments,
            Filled form,
            List<Choice> kinds,
            List<Choice> outcomes,
            boolean mayWrite,
            boolean mayWaive) {}

    @Bean
    static CaseTab childTab() {
        return new CaseTab(
                "assistance.child.tab",
                "child",
                52,
                (viewer, card) -> card.sees(Depth.FULL)
                        && ChildDesk.mayRead(viewer)
                        && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.SUPERVISOR)));
    }

    @Bean
    static CaseActs childActs() {
        return (viewer, card, way) -> {
            var acts = new ArrayList<CaseActs.Act>();
            if (ChildDesk.mayWrite(viewer, card) && viewer.holds(Role.CASE_MANAGER)) {
                String page = "/cases/" + card.id().value() + "/child";
                for (String step : List.of(ChildDuties.GUARDIAN, ChildDuties.ASSESSMENT, ChildDuties.REVIEW)) {
                    if (way.isOpen(step)) {
                        acts.add(new CaseActs.Act("assistance.act." + step, page, step));
                    }
                }
            }
            return acts;
        };
    }

    @GetMapping("/cases/{id}/child")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/guardians")
    ModelAndView nameGuardian(Viewer viewer, @PathVariable UUID id, ChildForms.GuardianForm form) {
        return act(viewer, id, "assistance.guardian.named", () -> {
            children.nameGuardian(viewer, new CaseId(id), form.read(words));
            return "assistance.done.guardian";
        });
    }

    @PostMapping("/cases/{id}/guardians/{guardian}/{change}")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID guardian,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason) {
        String field = "reason-" + guardian;
        return act(viewer, id, "assistance.guardian." + change, () -> {
            var problems = new Problems()
                    .required(field, reason)
                    .atMost(field, reason, LONGEST)
                    .oneOf("", change, List.of("suspected", "cleared", "ended"));
            LocalDate day = problems.day(field, on);
            problems.refuseIfAny();
            var caseId = new CaseId(id);
            switch (change) {
                case "suspected" -> children.suspect(viewer, caseId, guardian, reason.strip());
                case "cleared" -> children.clear(viewer, caseId, guardian, reason.strip());
                default ->
                    children.end(
                            viewer,
                            caseId,
                            guardian,
                            day == null ? words.moments().today() : day,
                            reason.strip());
            }
            return "assistance.done.guardian";
        });
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/guardian-waiver")
    ModelAndView waive(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String waiver) {
        return act(viewer, id, "assistance.guardian.waived", () -> {
            new Problems()
                    .required("waiver", waiver)
                    .atMost("waiver", waiver, LONGEST)
                    .refuseIfAny();
            children.waiveGuardian(viewer, new CaseId(id), waiver.strip());
            return "assistance.done.waived";
        });
    }

    @PostMapping("/cases/{id}/best-interests")
    ModelAndView assess(Viewer viewer, @PathVariable UUID id, ChildForms.AssessmentForm form) {
        return act(viewer, id, "assistance.best-interests", () -> {
            children.assess(viewer, new CaseId(id), form.read(words));
            return "assistance.done.best.interests";
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Supplier<String> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> "/cases/" + id + "/child?done=" + act.get(),
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "child");
        var card = frame.card();
        var file = children.of(viewer, id);
        boolean supervises = viewer.holds(Role.SUPERVISOR)
                && viewer.organisation().equals(card.owner())
                && !card.state().equals("closed");
        return pages.show(
                "assistance/child",
                new ChildPage(
                        frame,
                        file,
                        file.guardians().stream()
                                .map(each -> new GuardianLine(
                                        each,
                                        words.word("guardian-kind", each.named().kind()),
                                        words.person(each.namedBy())))
                                .toList(),
                        file.waiver().map(waiver -> words.person(waiver.by())).orElse(""),
                        file.assessments().stream()
                                .map(each -> new AssessmentLine(
                                        each,
                                        words.word(
                                                "best-interests-outcome",
                                                each.assessed().outcome()),
                                        words.person(each.by())))
                                .toList(),
                        form,
                        words.list("guardian-kind"),
                        words.list("best-interests-outcome"),
                        ChildDesk.mayWrite(viewer, card),
                        supervises && file.lacksGuardian()));
    }
}
