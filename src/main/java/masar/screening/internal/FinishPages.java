package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.directory.Organisation;
import masar.shared.Role;
import masar.shared.Viewer;
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

/** The end of an interview: what has no answer yet, who is asked to decide, what the interviewer recommends. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
public class FinishPages {

    private static final int LONGEST_NOTE = 4000;

    private final AnswerDesk answers;
    private final FinishDesk desk;
    private final HandOver handOver;
    private final Questionnaire questionnaire;
    private final InterviewHeads heads;
    private final Pages pages;

    FinishPages(
            AnswerDesk answers,
            FinishDesk desk,
            HandOver handOver,
            Questionnaire questionnaire,
            InterviewHeads heads,
            Pages pages) {
        this.answers = answers;
        this.desk = desk;
        this.handOver = handOver;
        this.questionnaire = questionnaire;
        this.heads = heads;
        this.pages = pages;
    }

    /**
     * The last page of an interview.
     *
     * @param awaited whether somebody must be asked to decide
     * @param competent who may be asked
     * @param closes whether the viewer's organisation can no longer read the interview afterwards
     */
    public record FinishPage(
            InterviewHead head, boolean awaited, List<Organisation> competent, boolean closes, Filled form) {

        public int unansweredQuestions() {
            return head.sections().stream()
                    .mapToInt(section -> section.asked() - section.answered())
                    .sum();
        }

        public int indicatorsNotAsked() {
            return head.dimensions().stream()
                    .mapToInt(dimension -> dimension.listed() - dimension.looked())
                    .sum();
        }
    }

    @GetMapping("/interviews/{id}/finish")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @PostMapping("/interviews/{id}/finish")
    ModelAndView finish(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        return pages.act(
                Interview.subject(id),
                "screening.interview.finish",
                () -> {
                    Interview interview = answers.take(viewer, id);
                    boolean awaited = desk.isAwaited(viewer, interview);
                    String chosen = typed.getFirst("competent");
                    String note = typed.getFirst("recommendation");
                    check(awaited, chosen, note).refuseIfAny();
                    UUID decides = awaited && chosen != null ? UUID.fromString(chosen) : null;
                    UUID indication = desk.finish(viewer, id, SectionPages.version(typed), decides, blankToNull(note));
                    return InterviewRights.isRestricted(viewer)
                            ? "/cases/" + interview.caseId().value() + "/screening?done=screening.done.handed"
                            : "/indications/" + indication + "?done=screening.done.finished";
                },
                filled -> page(viewer, id, filled));
    }

    private Problems check(boolean awaited, @Nullable String chosen, @Nullable String note) {
        var problems = new Problems().atMost("recommendation", note, LONGEST_NOTE);
        if (awaited) {
            problems.oneOf(
                    "competent",
                    chosen,
                    handOver.competent().stream()
                            .map(organisation -> organisation.id().toString())
                            .toList());
        }
        return problems;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        Interview interview = answers.take(viewer, id);
        return pages.show(
                "screening/finish",
                new FinishPage(
                        heads.head(viewer, interview, questionnaire.filling(interview), "finish"),
                        desk.isAwaited(viewer, interview),
                        handOver.competent(),
                        InterviewRights.isRestricted(viewer),
                        form));
    }
}
