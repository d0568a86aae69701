package masar.shell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands on the page: what was typed and what is wrong with it. Nothing typed is lost when an act is
 * refused.
 */
public record Filled(Map<String, List<String>> values, Problems problems) {

    public static Filled empty() {
        return new Filled(Map.of(), new Problems());
    }

    /** A form that begins with these values. */
    public static Filled with(Map<String, String> values) {
        var lists = new java.util.LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Filled(lists, new Problems());
    }

    /** The same form with another value of this field. */
    public Filled replacing(String name, String value) {
        var lists = new java.util.LinkedHashMap<>(values);
        lists.put(name, List.of(value));
        return new Filled(lists, problems);
    }

    /** Whether somebody else changed the matter since this form was drawn. */
    public boolean isOvertaken() {
        var problem = problems.byField().get("");
        return problem != null && problem.key().equals(Problems.OVERTAKEN);
    }

    public String value(String name) {
        var all = values.get(name);
        return all == null || all.isEmpty() ? "" : all.getFirst();
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    public boolean isWrong(String name) {
        return problems.byField().containsKey(name);
    }

    /** The words of the problem of this field, or null. */
    public @Nullable String problem(Frame frame, String name) {
        var problem = problems.byField().get(name);
        return problem == null
                ? null
                : frame.text(problem.key(), problem.arguments().toArray());
    }
}
