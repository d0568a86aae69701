package masar.forms;

import java.util.Locale;

/**
 * Something wrong with one answer, or with its absence. Holds no answer.
 *
 * @param key of the answer, see {@link Answers}
 * @param message what the form's author wrote for this case, in the language of the answers; empty when nothing
 */
public record AnswerProblem(String key, Kind kind, String message) {

    public enum Kind {
        /** Relevant and required, but not answered. Matters only on completion. */
        REQUIRED,
        CONSTRAINT,
        /** Not a whole number, not a date and so on. */
        TYPE,
        /** A code that is not among the choices, or no longer among those the filter leaves. */
        UNKNOWN_CHOICE,
        /** No question of this name, or an entry number that does not fit. */
        UNKNOWN_QUESTION,
        /** A control character that no file format can carry. */
        ILLEGAL_CHARACTER
    }

    /** The key of the general message for this kind. */
    public String messageKey() {
        return "forms.answer." + kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
