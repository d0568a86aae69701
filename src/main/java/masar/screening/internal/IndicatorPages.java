package masar.screening.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import masar.screening.AgeAtExploitation;
import masar.screening.Indicator;
import masar.screening.IndicatorAnswer;
import masar.screening.SuspectedForm;
import masar.shared.LocalizedText;
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

/** The sheet of indicators, one dimension at a time; strengths and results are not shown while it is filled in. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
public class IndicatorPages {

    private final AnswerDesk desk;
    private final Questionnaire questionnaire;
    private final InterviewHeads heads;
    private final Wording wording;
    private final Pages pages;

    IndicatorPages(AnswerDesk desk, Questionnaire questionnaire, InterviewHeads heads, Wording wording, Pages pages) {
        this.desk = desk;
        this.questionnaire = questionnaire;
        this.heads = heads;
        this.wording = wording;
        this.pages = pages;
    }

    /** One indicator and the answer that stands beside it. */
    public record Line(String code, LocalizedText name, String answer) {}

    /**
     * One dimension.
     *
     * @param list which list is asked from
     * @param provisional the list is not the published one
     */
    public record IndicatorPage(
            InterviewHead head,
            int number,
            LocalizedText dimension,
            LocalizedText list,
            boolean provisional,
            List<Line> lines,
            List<Choice> ages,
            List<Choice> suspicions,
            Filled form) {

        public boolean asksForList() {
            return number == 1;
        }

        public List<String> answers() {
            return Stream.of(IndicatorAnswer.values())
                    .map(IndicatorAnswer::code)
                    .toList();
        }
    }

    @GetMapping("/interviews/{id}/indicators/{number}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable int number) {
        return page(viewer, id, number, null);
    }

    @PostMapping("/interviews/{id}/indicators/{number}")
    ModelAndView save(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed) {
        return pages.act(
                Interview.subject(id),
                "screening.interview.indicators",
                () -> {
                    check(typed).refuseIfAny();
                    Interview before = desk.take(viewer, id);
                    String listBefore = heads.list(before);
                    String age = typed.getFirst("age");
                    String form = typed.getFirst("suspicion");
                    desk.indicators(
                            viewer,
                            id,
                            SectionPages.version(typed),
                            age == null ? before.content().age() : AgeAtExploitation.of(age),
                            form == null ? before.content().form() : SuspectedForm.of(form),
                            answers(before, typed));
                    return next(viewer, id, number, listBefore, typed);
                },
                filled -> page(viewer, id, number, filled));
    }

    private Problems check(MultiValueMap<String, String> typed) {
        var problems = new Problems();
        if (typed.containsKey("age")) {
            problems.oneOf("age", typed.getFirst("age"), wording.codes("age-status"));
        }
        if (typed.containsKey("suspicion")) {
            problems.oneOf("suspicion", typed.getFirst("suspicion"), wording.codes("suspected-form"));
        }
        var codes =
                Stream.of(IndicatorAnswer.values()).map(IndicatorAnswer::code).toList();
        typed.forEach((name, values) -> {
            if (name.startsWith("i.")) {
                problems.oneOf(name, values.getFirst(), codes);
            }
        });
        return problems;
    }

    private Map<String, IndicatorAnswer> answers(Interview interview, MultiValueMap<String, String> typed) {
        var known = heads.catalogue(interview).indicators().keySet();
        var answers = new LinkedHashMap<String, IndicatorAnswer>();
        typed.forEach((name, values) -> {
            if (name.startsWith("i.") && known.contains(name.substring(2))) {
                answers.put(name.substring(2), IndicatorAnswer.of(values.getFirst()));
            }
        });
        return answers;
    }

    private String next(Viewer viewer, UUID id, int number, String listBefore, MultiValueMap<String, String> typed) {
        Interview saved = desk.take(viewer, id);
        String cases = "/cases/" + saved.caseId().value();
        String here = "/interviews/" + id;
        String then = typed.getFirst("then");
        if ("pause".equals(then)) {
            desk.pause(viewer, id);
            return cases + "/screening?done=screening.done.paused";
        }
        if ("urgent".equals(then)) {
            return cases + "/urgent-needs?interview=" + id;
        }
        if (!heads.list(saved).equals(listBefore)) {
            return here + "/indicators/1?done=screening.done.list";
        }
        int last = heads.catalogue(saved).dimensions().size();
        return number < last ? here + "/indicators/" + (number + 1) : here + "/finish";
    }

    private ModelAndView page(Viewer viewer, UUID id, int number, @Nullable Filled typed) {
        Interview interview = desk.take(viewer, id);
        var catalogue = heads.catalogue(interview);
        Refused.unless(number >= 1 && number <= catalogue.dimensions().size(), "shell.refused.not.found");
        var dimension = catalogue.dimensions().get(number - 1);
        var list = catalogue.list(heads.list(interview));
        var content = interview.content();
        Filled form = typed == null
                ? Filled.with(Map.of(
                        "age", content.age().code(), "suspicion", content.form().code()))
                : typed;
        var lines = catalogue.in(list.key()).stream()
                .filter(indicator -> indicator.dimension().equals(dimension.key()))
                .map(indicator -> line(indicator, content.indicators(), form))
                .toList();
        return pages.show(
                "screening/indicators",
                new IndicatorPage(
                        heads.head(viewer, interview, questionnaire.filling(interview), "dimension-" + number),
                        number,
                        dimension.name(),
                        list.name(),
                        list.provisional(),
                        lines,
                        wording.list("age-status"),
                        wording.list("suspected-form"),
                        form));
    }

    private static Line line(Indicator indicator, Map<String, IndicatorAnswer> saved, Filled form) {
        String typed = form.value("i." + indicator.code());
        String answer = typed.isEmpty()
                ? saved.getOrDefault(indicator.code(), IndicatorAnswer.NOT_ASKED)
                        .code()
                : typed;
        return new Line(indicator.code(), indicator.name(), answer);
    }
}
