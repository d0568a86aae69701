package masar.procedure;

import java.util.List;
import java.util.Map;

/**
 * What a decision table answered, and why.
 *
 * @param outputs by name of the output column
 * @param rules those that matched, in the order of the table
 */
public record TableAnswer(Map<String, Object> outputs, List<MatchedRule> rules) {

    /** A rule that matched: its id in the table, and what its author wrote beside it in plain English. */
    public record MatchedRule(String id, String description) {}

    public TableAnswer {
        outputs = Map.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    /** An output that is a code. Throws {@link IllegalArgumentException} when the table has no such text. */
    public String text(String output) {
        return value(output, String.class);
    }

    /** An output that is true or false. Throws {@link IllegalArgumentException} when the table has no such value. */
    public boolean flag(String output) {
        return value(output, Boolean.class);
    }

    private <T> T value(String output, Class<T> type) {
        Object value = outputs.get(output);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("output '" + output + "' is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
