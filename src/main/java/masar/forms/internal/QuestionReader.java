package masar.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import masar.forms.Choice;
import masar.forms.ChoiceList;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.FormText;
import masar.forms.Question;
import masar.forms.QuestionType;
import masar.forms.internal.SheetTable.Line;

/** Reads one row of the survey into a question. */
final class QuestionReader {

    /** Columns with a meaning of their own; all others are kept as they are. */
    static final Set<String> KNOWN = Set.of(
            "type",
            "name",
            "label",
            "hint",
            "required",
            "required_message",
            "relevant",
            "constraint",
            "constraint_message",
            "calculation",
            "appearance",
            "default",
            "read_only",
            "choice_filter",
            "repeat_count",
            "parameters",
            "disabled");

    private static final Map<String, String> OTHER = Map.of("", "Other", "ar", "غير ذلك", "fr", "Autre", "en", "Other");
    private static final Map<String, String> SPECIFY =
            Map.of("", "Specify other.", "ar", "حدّد", "fr", "Précisez", "en", "Specify other.");

    private final Problems problems;
    private final FormLanguage unnamed;
    private final Map<String, ChoiceList> lists;

    QuestionReader(Problems problems, FormLanguage unnamed, Map<String, ChoiceList> lists) {
        this.problems = problems;
        this.unnamed = unnamed;
        this.lists = new LinkedHashMap<>(lists);
    }

    Map<String, ChoiceList> lists() {
        return lists;
    }

    Question read(Line line, TypeCell cell, String name, String parent) {
        QuestionType type = cell.type() == null ? QuestionType.TEXT : cell.type();
        FormText label = line.texts("label", unnamed);
        Map<String, String> parameters = parameters(line);
        check(line, type, label, parameters);
        return new Question(
                name,
                parent + "/" + name,
                type,
                type.isSelect() ? list(line, cell) : Optional.empty(),
                label,
                line.texts("hint", unnamed),
                Expressions.condition(line.expression("required")),
                line.texts("required_message", unnamed),
                line.expression("relevant"),
                line.expression("constraint"),
                line.texts("constraint_message", unnamed),
                line.expression("calculation"),
                line.text("default"),
                Expressions.condition(line.expression("read_only")),
                line.text("appearance"),
                line.expression("choice_filter"),
                parameters,
                line.others(KNOWN),
                line.row());
    }

    private void check(Line line, QuestionType type, FormText label, Map<String, String> parameters) {
        boolean silent = label.isEmpty()
                && line.texts("hint", unnamed).isEmpty()
                && line.texts("image", unnamed).isEmpty();
        if (type.isShown() && silent) {
            problems.add(Kind.MISSING_LABEL, line, "label", line.text("name"));
        }
        boolean calculated =
                !line.text("calculation").isEmpty() || !line.text("default").isEmpty();
        if (type == QuestionType.CALCULATE && !calculated) {
            problems.add(Kind.MISSING_CALCULATION, line, "calculation", line.text("name"));
        }
        boolean bounded = Set.of("start", "end", "step").stream()
                .allMatch(bound -> parameters.getOrDefault(bound, "").matches("-?\\d{1,9}(\\.\\d{1,9})?"));
        if (type == QuestionType.RANGE && !bounded) {
            problems.add(Kind.BAD_PARAMETERS, line, "parameters", "start, end, step");
        }
    }

    private Optional<ChoiceList> list(Line line, TypeCell cell) {
        ChoiceList list = lists.get(cell.list());
        if (list == null) {
            problems.add(Kind.UNKNOWN_LIST, line, "type", cell.list());
            return Optional.empty();
        }
        if (!cell.orOther()) {
            return Optional.of(list);
        }
        if (!line.text("choice_filter").isEmpty()) {
            problems.add(Kind.UNSUPPORTED_TYPE, line, "choice_filter", "or_other");
        }
        return Optional.of(withOther(list));
    }

    /** As pyxform does, "or other" adds the choice to the list itself, so that all questions using it agree. */
    private ChoiceList withOther(ChoiceList list) {
        if (list.choice("other").isPresent()) {
            return list;
        }
        var choices = new ArrayList<>(list.choices());
        FormText label = inLanguagesOf(list.choices().getFirst().label(), OTHER);
        choices.add(new Choice("other", "other", label, Map.of()));
        var complete = new ChoiceList(list.name(), choices);
        lists.put(list.name(), complete);
        return complete;
    }

    /** The question for the words of who chose "other". */
    Question otherOf(Question question) {
        return new Question(
                question.name() + "_other",
                question.path() + "_other",
                QuestionType.TEXT,
                Optional.empty(),
                inLanguagesOf(question.label(), SPECIFY),
                FormText.NONE,
                "",
                FormText.NONE,
                "selected(${" + question.name() + "}, 'other')",
                "",
                FormText.NONE,
                "",
                "",
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                question.row());
    }

    private static FormText inLanguagesOf(FormText model, Map<String, String> words) {
        var texts = new LinkedHashMap<String, String>();
        model.byLanguage()
                .keySet()
                .forEach(code -> texts.put(code, words.getOrDefault(code, words.getOrDefault("", code))));
        return new FormText(texts);
    }

    private static Map<String, String> parameters(Line line) {
        var parameters = new LinkedHashMap<String, String>();
        for (String parameter : line.text("parameters").split("[;,\\s]+")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], parts[1]);
            }
        }
        return parameters;
    }
}
