package masar.matching;

import java.util.Comparator;
import java.util.List;
import masar.matching.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How well what was typed agrees with a name.
 *
 * @param value 0 (nothing in common) to 1 (every typed word is written like that)
 * @param reasons for each typed word the word of the name it agrees with best, and why
 */
public record NameScore(double value, List<Reason> reasons) {

    /** Why two words agree, the strongest first. */
    public enum Agreement {
        SPELLED_ALIKE(1),
        NEARLY_SPELLED_ALIKE(0.85),
        SOUNDS_ALIKE(0.75),
        NOTHING(0);

        private final double weight;

        Agreement(double weight) {
            this.weight = weight;
        }
    }

    /** One typed word, and what it found; null when it found nothing. */
    public record Reason(NameWord typed, @Nullable NameWord found, Agreement agreement) {}

    private static final double NEARLY = 0.92;

    /** Compares each typed word with the words of a name, in whatever order; the mean counts. */
    public static NameScore of(List<NameWord> typed, List<NameWord> name) {
        List<Reason> reasons = typed.stream().map(word -> best(word, name)).toList();
        double value = reasons.stream()
                .mapToDouble(reason -> reason.agreement().weight)
                .average()
                .orElse(0);
        return new NameScore(value, reasons);
    }

    private static Reason best(NameWord typed, List<NameWord> name) {
        return name.stream()
                .map(word -> new Reason(typed, word, agreement(typed, word)))
                .filter(reason -> reason.agreement() != Agreement.NOTHING)
                .min(Comparator.comparing(Reason::agreement))
                .orElseGet(() -> new Reason(typed, null, Agreement.NOTHING));
    }

    private static Agreement agreement(NameWord typed, NameWord word) {
        if (typed.spelling().equals(word.spelling())) {
            return Agreement.SPELLED_ALIKE;
        }
        if (Spelling.nearness(typed.spelling(), word.spelling()) >= NEARLY) {
            return Agreement.NEARLY_SPELLED_ALIKE;
        }
        return typed.soundsLike(word) ? Agreement.SOUNDS_ALIKE : Agreement.NOTHING;
    }
}
