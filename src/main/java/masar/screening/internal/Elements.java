package masar.screening.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import masar.screening.Indication;
import masar.screening.Indication.DimensionReading;

/**
 * Which elements of trafficking, act, means and purpose (Protocol of 2000, art. 3), the dimensions of the ILO's
 * indicators of 2009 speak for. An act shows itself in any present indicator, means and purpose in positive dimensions.
 * Dimensions of another catalogue speak for none.
 */
final class Elements {

    private static final List<String> RECRUITMENT =
            List.of("deceptive-recruitment", "coercive-recruitment", "abuse-of-vulnerability-at-recruitment");
    private static final List<String> HARBOURING =
            List.of("coercion-at-destination", "abuse-of-vulnerability-at-destination");

    private Elements() {}

    /** Words by element, as the last parts of message keys. */
    static Map<String, List<String>> of(Indication indication) {
        var elements = new LinkedHashMap<String, List<String>>();
        elements.put(
                "act",
                found(
                        word("recruitment", any(indication, RECRUITMENT, false)),
                        word("harbouring", any(indication, HARBOURING, false))));
        elements.put(
                "means",
                found(
                        word("deception", any(indication, List.of("deceptive-recruitment"), true)),
                        word(
                                "coercion",
                                any(indication, List.of("coercive-recruitment", "coercion-at-destination"), true)),
                        word(
                                "vulnerability",
                                any(
                                        indication,
                                        List.of(
                                                "abuse-of-vulnerability-at-recruitment",
                                                "abuse-of-vulnerability-at-destination"),
                                        true))));
        elements.put("purpose", found(word("exploitation", any(indication, List.of("exploitation"), true))));
        return elements;
    }

    private static boolean any(Indication indication, List<String> dimensions, boolean positive) {
        return indication.dimensions().stream()
                .filter(reading -> dimensions.contains(reading.dimension()))
                .anyMatch(
                        positive
                                ? DimensionReading::positive
                                : reading -> !reading.present().isEmpty());
    }

    private static Stream<String> word(String word, boolean found) {
        return found ? Stream.of(word) : Stream.empty();
    }

    @SafeVarargs
    private static List<String> found(Stream<String>... words) {
        return Stream.of(words).flatMap(each -> each).toList();
    }
}
