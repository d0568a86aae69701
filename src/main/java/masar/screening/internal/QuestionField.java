package masar.screening.internal;

import java.util.List;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import org.jspecify.annotations.Nullable;

/**
 * One question as it stands on the page.
 *
 * @param key of the answer
 * @param input {@code note}, {@code text}, {@code long}, {@code whole}, {@code decimal}, {@code date}, {@code time},
 *     {@code one}, {@code many} or {@code select}
 * @param values what stands in it: what was typed, else what is saved
 * @param problem what is wrong with it, null when nothing is
 * @param meanwhile what somebody else saved while this was typed, null when it is the same
 */
public record QuestionField(
        String key,
        String input,
        LocalizedText label,
        @Nullable LocalizedText hint,
        List<Choice> choices,
        List<String> values,
        @Nullable LocalizedText problem,
        @Nullable LocalizedText meanwhile) {

    /** Name of the field in the form that is posted. */
    public String name() {
        return "q." + key;
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean has(String value) {
        return values.contains(value);
    }

    @Override
    public String toString() {
        return "QuestionField[" + key + "]";
    }
}
