package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Urgent needs of a person; the page is always in reach and waits for nothing. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class UrgentNeedPages {

    private static final int LONGEST_NOTE = 2000;

    private final UrgentNeedDesk desk;
    private final Wording wording;
    private final CaseFrames frames;
    private final Pages pages;

    UrgentNeedPages(UrgentNeedDesk desk, Wording wording, CaseFrames frames, Pages pages) {
        this.desk = desk;
        this.wording = wording;
        this.frames = frames;
        this.pages = pages;
    }

    /** One need as it is drawn. */
    public record Line(UrgentNeed need, LocalizedText text, boolean mayMeet) {}

    /**
     * The page of urgent needs.
     *
     * @param interview the interview to go back to, null when the page was not reached from one
     */
    public record UrgentPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> needs,
            @Nullable UUID interview) {}

    @GetMapping("/cases/{id}/urgent-needs")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID interview) {
        return page(viewer, new CaseId(id), Filled.empty(), interview);
    }

    @Door({Role.FRONT_LINE_OFFICER, Role.CASE_MANAGER})
    @PostMapping("/cases/{id}/urgent-needs")
    ModelAndView raise(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> need,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable UUID interview) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "screening.urgent.raise",
                () -> {
                    check(need, note).refuseIfAny();
                    desk.raise(viewer, caseId, need, note);
                    String back = interview == null ? "" : "&interview=" + interview;
                    return "/cases/" + id + "/urgent-needs?done=screening.done.urgent" + back;
                },
                filled -> page(viewer, caseId, filled, interview));
    }

    @Door({Role.CASE_MANAGER, Role.SUPERVISOR})
    @PostMapping("/cases/{id}/urgent-needs/{need}/met")
    ModelAndView met(Viewer viewer, @PathVariable UUID id, @PathVariable UUID need) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "screening.urgent.met",
                () -> {
                    desk.met(viewer, caseId, need);
                    return "/cases/" + id + "/urgent-needs?done=screening.done.met";
                },
                filled -> page(viewer, caseId, filled, null));
    }

    private Problems check(List<String> needs, String note) {
        var problems = new Problems().atMost("note", note, LONGEST_NOTE);
        if (needs.isEmpty()) {
            problems.add("need", "screening.problem.need");
        }
        needs.forEach(need -> problems.oneOf("need", need, desk.offered()));
        return problems;
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form, @Nullable UUID interview) {
        var frame = frames.frame(viewer, id, "urgent-needs");
        boolean mayMeet = UrgentNeedDesk.mayMeet(viewer, frame.card());
        var lines = desk.of(viewer, id).stream()
                .map(need -> new Line(need, wording.word("urgent-need", need.need()), mayMeet && need.isOpen()))
                .toList();
        var needs = wording.list("urgent-need").stream()
                .filter(choice -> desk.offered().contains(choice.value()))
                .toList();
        return pages.show("screening/urgent_needs", new UrgentPage(frame, lines, form, needs, interview));
    }
}
