package masar.forms.internal;

import java.util.List;
import java.util.Set;
import masar.forms.FormProblem.Kind;
import masar.forms.internal.SheetTable.Line;

/** Checks the expressions of the survey: is it XPath, and does each reference name a row of the form? */
final class ReferenceCheck {

    private static final List<String> EXPRESSIONS =
            List.of("relevant", "constraint", "calculation", "required", "read_only", "choice_filter", "repeat_count");
    private static final List<String> TEXTS = List.of("label", "hint", "constraint_message", "required_message");

    private final Problems problems;
    private final Set<String> names;

    ReferenceCheck(Problems problems, Set<String> names) {
        this.problems = problems;
        this.names = names;
    }

    void check(SheetTable survey) {
        for (Line line : survey.lines()) {
            EXPRESSIONS.forEach(head -> {
                String expression = Expressions.condition(line.expression(head));
                if (!expression.isEmpty() && !Expressions.isParsable(expression)) {
                    problems.add(Kind.BAD_EXPRESSION, line, head, expression);
                }
                references(line, head, expression);
            });
            references(line, "default", line.text("default"));
            TEXTS.forEach(
                    head -> line.texts(head, null).byLanguage().values().forEach(text -> references(line, head, text)));
        }
    }

    private void references(Line line, String head, String text) {
        for (String name : Expressions.references(text)) {
            if (!names.contains(name)) {
                problems.add(Kind.UNKNOWN_REFERENCE, line, head, name);
            }
        }
    }
}
