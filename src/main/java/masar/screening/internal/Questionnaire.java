package masar.screening.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import masar.forms.AnswerProblem;
import masar.forms.Answers;
import masar.forms.Filling;
import masar.forms.FormRefused;
import masar.forms.Forms;
import masar.forms.Question;
import masar.forms.Section;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Filled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an interview as it stands on pages: sections, questions to be asked now, what is wrong with answers. */
@Component
class Questionnaire {

    /** Lists longer than this are offered as a drop-down. */
    private static final int MOST_RADIOS = 14;

    private final Forms forms;
    private final Wording wording;

    Questionnaire(Forms forms, Wording wording) {
        this.forms = forms;
        this.wording = wording;
    }

    /** The question's name in a key such as {@code age[2]}. */
    static String nameOf(String key) {
        int bracket = key.indexOf('[');
        return bracket < 0 ? key : key.substring(0, bracket);
    }

    /** What JavaRosa makes of the answers; if it fails on them, all questions count as relevant and nothing as wrong. */
    Filling filling(Interview interview) {
        var session = forms.session(interview.formUsed.id());
        Answers answers = interview.content().answers();
        try {
            return session.fill(answers);
        } catch (FormRefused unchecked) {
            Set<String> all = session.form().questions().stream()
                    .map(Question::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Filling(answers, all, Set.of(), Set.of(), Map.of(), List.of(), List.of());
        }
    }

    /** Sections with a question to be asked now, numbered from 1 as in the form. */
    List<InterviewHead.SectionLine> sections(Viewer viewer, Interview interview, Filling filling) {
        List<Section> sections = forms.form(interview.formUsed.id()).sections();
        return java.util.stream.IntStream.range(0, sections.size())
                .mapToObj(at -> line(at + 1, sections.get(at), asked(viewer, sections.get(at), filling), filling))
                .filter(line -> line.asked() > 0)
                .toList();
    }

    private InterviewHead.SectionLine line(int number, Section section, List<String> keys, Filling filling) {
        var questions = questions(section);
        List<String> answerable = keys.stream()
                .filter(key -> named(questions, key).type().isAnswered())
                .toList();
        long answered = answerable.stream()
                .filter(key -> filling.answers().value(key).isPresent())
                .count();
        return new InterviewHead.SectionLine(number, title(section), answerable.size(), (int) answered);
    }

    LocalizedText title(Section section) {
        return section.label().isEmpty()
                ? wording.say("screening.section.untitled")
                : Wording.text(section.label(), section.name());
    }

    /** Refused as not found when there is no such section. */
    Section section(Interview interview, int number) {
        List<Section> sections = forms.form(interview.formUsed.id()).sections();
        Refused.unless(number >= 1 && number <= sections.size(), "shell.refused.not.found");
        return sections.get(number - 1);
    }

    /** Keys of the section's questions this viewer is shown now, in order. */
    List<String> asked(Viewer viewer, Section section, Filling filling) {
        var questions = questions(section);
        return filling.relevant().stream()
                .filter(key -> Optional.ofNullable(questions.get(nameOf(key)))
                        .filter(question -> question.type().isShown() && !InterviewRights.hides(viewer, question))
                        .isPresent())
                .toList();
    }

    private static Question named(Map<String, Question> questions, String key) {
        return java.util.Objects.requireNonNull(questions.get(nameOf(key)));
    }

    private static Map<String, Question> questions(Section section) {
        return section.questions().stream().collect(Collectors.toMap(Question::name, question -> question));
    }

    /** The questions of a section to be asked now; a form that was sent back keeps what was typed. */
    List<QuestionField> fields(Viewer viewer, Section section, Filling filling, Filled typed) {
        var questions = questions(section);
        var problems = filling.problems().stream()
                .collect(Collectors.toMap(AnswerProblem::key, problem -> problem, (first, second) -> first));
        return asked(viewer, section, filling).stream()
                .map(key -> field(key, named(questions, key), filling, typed, problems.get(key)))
                .toList();
    }

    private QuestionField field(
            String key, Question question, Filling filling, Filled typed, @Nullable AnswerProblem problem) {
        String saved = filling.answers().value(key).orElse("");
        boolean again = typed.has("shown", key);
        List<String> values = again ? typed.values().getOrDefault("q." + key, List.of()) : split(question, saved);
        boolean differs = again && !String.join(" ", values).strip().equals(saved);
        List<Choice> choices = choices(key, question, filling);
        return new QuestionField(
                key,
                input(question, choices.size(), values),
                Wording.text(question.label(), question.name()),
                question.hint().isEmpty() ? null : Wording.text(question.hint(), question.name()),
                choices,
                values,
                problem == null ? null : words(question, problem),
                differs && !saved.isEmpty() ? wording.answer(question, saved) : null);
    }

    private static List<String> split(Question question, String saved) {
        if (saved.isEmpty()) {
            return List.of();
        }
        return question.type().isSelect() ? Arrays.asList(saved.split("\\s+")) : List.of(saved);
    }

    private LocalizedText words(Question question, AnswerProblem problem) {
        boolean own = problem.kind() == AnswerProblem.Kind.CONSTRAINT
                && !question.constraintMessage().isEmpty();
        return own ? Wording.text(question.constraintMessage(), question.name()) : wording.say(problem.messageKey());
    }

    private List<Choice> choices(String key, Question question, Filling filling) {
        if (question.choices().isEmpty()) {
            return wording.options(question).orElse(List.of());
        }
        List<String> left = filling.choices().get(key);
        return question.choices().get().choices().stream()
                .filter(choice -> left == null || left.contains(choice.code()))
                .map(choice -> Choice.of(choice.code(), Wording.text(choice.label(), choice.code())))
                .toList();
    }

    private String input(Question question, int choices, List<String> values) {
        return switch (question.type()) {
            case NOTE -> "note";
            case SELECT_ONE -> choices > MOST_RADIOS ? "select" : "one";
            case SELECT_MULTIPLE -> "many";
            case INTEGER, RANGE -> "whole";
            case DECIMAL -> "decimal";
            case DATE -> values.stream().allMatch(value -> value.matches("\\d{4}-\\d{2}-\\d{2}")) ? "date" : "text";
            case TIME -> "time";
            default ->
                wording.options(question).isPresent()
                        ? "select"
                        : question.appearance().contains("multiline") ? "long" : "text";
        };
    }
}
