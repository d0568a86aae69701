package masar.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import masar.forms.internal.AnswersJson;

/**
 * What a person answered, by question. The key is the question's name; inside repeats the number of the entry follows
 * in brackets for each repeat from the outermost in, counted from 1: {@code age[2]}, {@code age[2][1]}. Values are as
 * XForms writes them: several choices as codes separated by a blank, dates and times in ISO 8601, numbers with a point.
 * A date known in part is asked with separate integer questions. No answer is no key: blank values are dropped.
 * Personal data: hidden in {@code toString}.
 *
 * @param language code of the language the interview was held in, for example {@code ar}
 */
public record Answers(Map<String, String> values, String language) {

    public Answers {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            if (!value.isBlank()) {
                kept.put(key, value);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /** No answers yet. */
    public static Answers none(String language) {
        return new Answers(Map.of(), language);
    }

    /** Answers written by {@link #toJson}. Throws {@link IllegalArgumentException} for anything else. */
    public static Answers fromJson(String json) {
        return AnswersJson.read(json);
    }

    /** {@code {"language":"ar","values":{"name":"value"}}}, in the order of the answers. Personal data. */
    public String toJson() {
        return AnswersJson.write(this);
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** These answers with one changed or added; a blank value takes the answer away. */
    public Answers with(String key, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Answers(changed, language);
    }

    @Override
    public String toString() {
        return "Answers[" + values.size() + " hidden, " + language + "]";
    }
}
