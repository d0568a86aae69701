package masar.screening.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.forms.Filling;
import masar.forms.Section;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The form of an interview, section by section. What is typed is kept, also when something is wrong with it. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
public class SectionPages {

    private static final int LONGEST_ANSWER = 8000;

    private final AnswerDesk desk;
    private final Questionnaire questionnaire;
    private final InterviewHeads heads;
    private final Pages pages;

    SectionPages(AnswerDesk desk, Questionnaire questionnaire, InterviewHeads heads, Pages pages) {
        this.desk = desk;
        this.questionnaire = questionnaire;
        this.heads = heads;
        this.pages = pages;
    }

    /** One section of an interview. */
    public record SectionPage(
            InterviewHead head, int number, LocalizedText title, List<QuestionField> fields, Filled form) {

        /** Whether something that is saved already needs another look. */
        public boolean hasWrongAnswers() {
            return fields.stream().anyMatch(field -> field.problem() != null);
        }
    }

    /** To the first section that has a question without an answer. */
    @GetMapping("/interviews/{id}/sections")
    ModelAndView resume(Viewer viewer, @PathVariable UUID id) {
        Interview interview = desk.take(viewer, id);
        String place = questionnaire.sections(viewer, interview, questionnaire.filling(interview)).stream()
                .filter(section -> !section.isDone())
                .findFirst()
                .map(section -> "/sections/" + section.number())
                .orElse("/indicators/1");
        var answer = new ModelAndView(new RedirectView("/interviews/" + id + place, true, false, false));
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }

    @GetMapping("/interviews/{id}/sections/{number}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable int number) {
        return page(viewer, id, number, Filled.empty());
    }

    @PostMapping("/interviews/{id}/sections/{number}")
    ModelAndView save(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed) {
        return pages.act(
                Interview.subject(id),
                "screening.interview.answer",
                () -> {
                    Map<String, String> given = given(typed);
                    check(given).refuseIfAny();
                    Interview saved = desk.answer(viewer, id, version(typed), given);
                    return next(viewer, saved, number, typed);
                },
                filled -> page(viewer, id, number, filled));
    }

    static int version(MultiValueMap<String, String> typed) {
        String text = typed.getFirst("version");
        return text == null || !text.matches("\\d{1,9}") ? -1 : Integer.parseInt(text);
    }

    private static Map<String, String> given(MultiValueMap<String, String> typed) {
        var given = new LinkedHashMap<String, String>();
        for (String key : typed.getOrDefault("shown", List.of())) {
            given.put(
                    key,
                    String.join(" ", typed.getOrDefault("q." + key, List.of())).strip());
        }
        return given;
    }

    private static Problems check(Map<String, String> given) {
        var problems = new Problems();
        given.forEach((key, value) -> problems.atMost("q." + key, value, LONGEST_ANSWER));
        return problems;
    }

    private String next(Viewer viewer, Interview saved, int number, MultiValueMap<String, String> typed) {
        String cases = "/cases/" + saved.caseId().value();
        String here = "/interviews/" + saved.id();
        String then = typed.getFirst("then");
        if ("pause".equals(then)) {
            desk.pause(viewer, saved.id());
            return cases + "/screening?done=screening.done.paused";
        }
        if ("urgent".equals(then)) {
            return cases + "/urgent-needs?interview=" + saved.id();
        }
        Filling filling = questionnaire.filling(saved);
        Section section = questionnaire.section(saved, number);
        var fields = questionnaire.fields(viewer, section, filling, Filled.empty());
        if (fields.stream().anyMatch(field -> field.problem() != null)) {
            return here + "/sections/" + number + "?done=screening.done.look";
        }
        List<String> shown = typed.getOrDefault("shown", List.of());
        boolean more = fields.stream()
                .anyMatch(field -> !field.input().equals("note")
                        && !shown.contains(field.key())
                        && field.values().isEmpty());
        if (more) {
            return here + "/sections/" + number + "?done=screening.done.more";
        }
        return questionnaire.sections(viewer, saved, filling).stream()
                .filter(line -> line.number() > number)
                .findFirst()
                .map(line -> here + "/sections/" + line.number())
                .orElse(here + "/indicators/1");
    }

    private ModelAndView page(Viewer viewer, UUID id, int number, Filled form) {
        Interview interview = desk.take(viewer, id);
        Filling filling = questionnaire.filling(interview);
        Section section = questionnaire.section(interview, number);
        return pages.show(
                "screening/section",
                new SectionPage(
                        heads.head(viewer, interview, filling, "section-" + number),
                        number,
                        questionnaire.title(section),
                        questionnaire.fields(viewer, section, filling, form),
                        form));
    }
}
