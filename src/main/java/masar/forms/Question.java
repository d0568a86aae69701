package masar.forms;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One question, or one value about the interview. Expressions are XPath with {@code ${name}} references, empty when
 * absent; only JavaRosa evaluates them.
 *
 * @param choices empty unless the type is a select
 * @param required an expression; {@code true()} and {@code false()} for yes and no
 * @param defaultValue a value, or an expression when {@link masar.forms.internal.Expressions#isDynamic} says so
 * @param readOnly an expression, as {@code required}
 * @param choiceFilter an expression over the columns of the choices sheet
 * @param parameters for example {@code start}, {@code end} and {@code step} of a range
 * @param columns unknown columns of the survey sheet by their published head, kept as they are
 * @param row in the survey sheet, counted from 1
 */
public record Question(
        String name,
        String path,
        QuestionType type,
        Optional<ChoiceList> choices,
        FormText label,
        FormText hint,
        String required,
        FormText requiredMessage,
        String relevant,
        String constraint,
        FormText constraintMessage,
        String calculation,
        String defaultValue,
        String readOnly,
        String appearance,
        String choiceFilter,
        Map<String, String> parameters,
        Map<String, String> columns,
        int row)
        implements FormElement {

    public Question {
        parameters = Map.copyOf(parameters);
        columns = Map.copyOf(columns);
    }

    /** The standard field this question feeds, from the column {@code htcds}; empty when it feeds none. */
    public String htcds() {
        return column("htcds");
    }

    /** The value of an additional column, whatever the case of its head; empty when there is none. */
    public String column(String head) {
        return columns.entrySet().stream()
                .filter(column -> column.getKey().toLowerCase(Locale.ROOT).equals(head))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The data type of the bind; depends on the parameters for a range. */
    public String dataType() {
        boolean whole = parameters.values().stream().allMatch(value -> value.matches("-?\\d+"));
        return type == QuestionType.RANGE && !whole ? "decimal" : type.dataType();
    }
}
