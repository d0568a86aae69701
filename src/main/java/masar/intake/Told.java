package masar.intake;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes down for a caller.
 *
 * @param channel code of the word list {@code report-channel}
 * @param caller {@code self}, {@code relative}, {@code witness}, {@code official}, {@code organisation} or {@code anonymous}
 * @param place key of a place of the pack
 * @param dangers codes of the word list {@code danger}
 * @param dangerNow {@code yes}, {@code no} or {@code unknown}
 * @param medicalNeed {@code emergency}, {@code soon} or {@code none}
 * @param removalOn date of removal from the country, when the person is detained and it is known
 */
public record Told(
        String channel,
        String caller,
        @Nullable String callerContact,
        boolean callerSafe,
        @Nullable String place,
        String whatHappened,
        @Nullable String personName,
        String ageNow,
        Set<String> dangers,
        String dangerNow,
        String medicalNeed,
        boolean detained,
        @Nullable LocalDate removalOn) {

    /** Hides what was told: it must not reach a log. */
    @Override
    public String toString() {
        return "Told[hidden]";
    }
}
