package masar.screening;

import java.util.List;
import java.util.Map;
import masar.procedure.TableAnswer.MatchedRule;

/**
 * What an interview's answers indicate together, with everything needed to explain it. Not a legal determination; a
 * person decides.
 *
 * @param conclusion code of the word list {@code conclusion}
 * @param reason code of the word list {@code conclusion-reason}
 * @param catalogue id and version that were used, so that a later version changes nothing here
 * @param treatedAsChild whether the person was a child, or of unknown age, at the time of exploitation
 * @param provisional the list used is not the published one, and the reader must be told
 * @param rules the rules of the decision tables that led here: list, age, conclusion
 * @param counts how many indicators of the list got each answer; every answer is there
 * @param presentOutsideList present, but not in the list used, so not counted
 */
public record Indication(
        String conclusion,
        String reason,
        Version catalogue,
        String list,
        boolean treatedAsChild,
        boolean provisional,
        List<DimensionReading> dimensions,
        List<MatchedRule> rules,
        Map<IndicatorAnswer, Integer> counts,
        List<String> presentOutsideList) {

    /** Which catalogue of indicators, in which version. */
    public record Version(String id, String version) {}

    /**
     * One dimension: how many present indicators of each strength, which they are, and the rule that decided.
     *
     * @param present codes of the indicators that were counted
     */
    public record DimensionReading(
            String dimension,
            boolean positive,
            int strong,
            int medium,
            int weak,
            List<String> present,
            List<MatchedRule> rules) {}

    /** Indicators of the list nobody asked about; the page shows the number beside the result. */
    public int notAsked() {
        return counts.getOrDefault(IndicatorAnswer.NOT_ASKED, 0);
    }
}
