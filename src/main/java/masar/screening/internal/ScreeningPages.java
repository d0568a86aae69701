package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.screening.InterviewCard;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The interviews of a case: that they were held, by whom, and what one may do with them. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class ScreeningPages {

    private final ReadingDesk reading;
    private final BeginDesk beginning;
    private final AnswerDesk answers;
    private final CaseFrames frames;
    private final Names names;
    private final Pages pages;

    ScreeningPages(
            ReadingDesk reading, BeginDesk beginning, AnswerDesk answers, CaseFrames frames, Names names, Pages pages) {
        this.reading = reading;
        this.beginning = beginning;
        this.answers = answers;
        this.frames = frames;
        this.names = names;
        this.pages = pages;
    }

    /** One interview as it is drawn. */
    public record Line(InterviewCard card, LocalizedText organisation, String who) {}

    /**
     * The interviews of a case.
     *
     * @param heldSoFar how many interviews there were, also those the viewer may know nothing else of
     */
    public record ScreeningPage(
            CaseFrame frame, List<Line> lines, int heldSoFar, boolean mayBegin, boolean again, Filled form) {

        public boolean goesOn() {
            return lines.stream().anyMatch(line -> line.card().mine());
        }
    }

    @GetMapping("/cases/{id}/screening")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
    @PostMapping("/cases/{id}/interviews/refusal")
    ModelAndView refusal(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "screening.interview.refused",
                () -> {
                    beginning.refused(viewer, caseId);
                    return "/cases/" + id + "/screening?done=screening.done.refusal";
                },
                filled -> page(viewer, caseId, filled));
    }

    @Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
    @PostMapping("/interviews/{id}/stop")
    ModelAndView stop(Viewer viewer, @PathVariable UUID id) {
        var caseId = answers.take(viewer, id).caseId();
        return pages.act(
                Interview.subject(id),
                "screening.interview.stop",
                () -> {
                    answers.stop(viewer, id);
                    return "/cases/" + caseId.value() + "/screening?done=screening.done.stopped";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "screening");
        var lines = reading.interviews(viewer, id).reversed().stream()
                .map(card -> new Line(card, names.organisation(card.organisation()), names.person(card.interviewer())))
                .toList();
        Opening opening = beginning.opening(viewer, id);
        return pages.show(
                "screening/interviews",
                new ScreeningPage(
                        frame,
                        lines,
                        reading.heldSoFar(viewer, id),
                        opening != Opening.CLOSED,
                        opening == Opening.AGAIN,
                        form));
    }
}
