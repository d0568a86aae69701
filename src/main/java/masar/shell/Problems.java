package masar.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a posted form: message keys by field. The field "" stands for the form as a whole. */
public final class Problems {

    /** A message key with its arguments. */
    public record Problem(String key, List<Object> arguments) {}

    /** Key of the problem of a form whose matter somebody else changed since it was drawn. */
    static final String OVERTAKEN = "shell.refused.changed.meanwhile";

    /** A year of four digits, a month and a day: nothing a database could not keep. */
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final Map<String, Problem> byField = new LinkedHashMap<>();

    /** Notes a problem; the first one of a field stays. */
    public Problems add(String field, String key, Object... arguments) {
        byField.putIfAbsent(field, new Problem(key, List.of(arguments)));
        return this;
    }

    /** Notes that a field must not be blank. */
    public Problems required(String field, @Nullable String value) {
        return value == null || value.isBlank() ? add(field, "shell.problem.required") : this;
    }

    /** Notes that a text is too long, in characters. */
    public Problems atMost(String field, @Nullable String value, int length) {
        return value != null && value.length() > length ? add(field, "shell.problem.too.long", length) : this;
    }

    /** Notes that a value is not one of those offered; options are checked here, not only in the browser. */
    public Problems oneOf(String field, @Nullable String value, java.util.Collection<String> offered) {
        required(field, value);
        return value != null && !value.isBlank() && !offered.contains(value)
                ? add(field, "shell.problem.not.offered")
                : this;
    }

    /** The day typed, as browsers send it; null when the field is blank, or names no day, which is noted. */
    public @Nullable LocalDate day(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            if (value.strip().matches(DAY)) {
                return LocalDate.parse(value.strip());
            }
        } catch (DateTimeException impossible) {
            // said below: there is no such day
        }
        add(field, "shell.problem.date");
        return null;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public Map<String, Problem> byField() {
        return byField;
    }

    /** Ends the act here when anything is wrong; the same page comes back with the words kept. */
    public void refuseIfAny() {
        if (any()) {
            throw new Invalid(this);
        }
    }

    /** Thrown by {@link #refuseIfAny}. */
    public static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problems problems;

        Invalid(Problems problems) {
            super("invalid fields: " + new ArrayList<>(problems.byField.keySet()));
            this.problems = problems;
        }

        public Problems problems() {
            return problems;
        }
    }
}
