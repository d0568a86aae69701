package masar.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a report.
 *
 * @param outcome {@code screen}, {@code refer-elsewhere} or {@code unrelated}
 * @param urgency code of the word list {@code urgency}
 * @param reasons in the person's words, never blank
 * @param screening organisation that holds the interview; needed when the person is to be screened
 * @param owner organisation that owns the case; needed when the person is to be screened
 */
public record Triage(
        String outcome,
        String urgency,
        String reasons,
        @Nullable UUID screening,
        @Nullable UUID owner) {

    /** Hides the reasons: they must not reach a log. */
    @Override
    public String toString() {
        return "Triage[" + outcome + "]";
    }
}
