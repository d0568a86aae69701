package masar.procedure;

import java.util.List;
import java.util.Map;
import masar.country.Provenance;
import masar.shared.LocalizedText;
import masar.shared.Role;

/**
 * One thing somebody does in the way of a case.
 *
 * @param name a verb phrase, as it stands in a worklist
 * @param clocks clock key by urgency code; a step with one clock for all has it under {@link #ANY}
 * @param basis why this step stands here, and whether that has been verified
 * @param anyTime whether it may also be done while it is not open, as often as needed
 * @param then by outcome, in the order of the edition: the steps it opens, none if the way ends there
 */
public record Step(
        String key,
        String station,
        LocalizedText name,
        Role role,
        Performer performer,
        Map<String, String> clocks,
        Provenance basis,
        boolean anyTime,
        Map<String, List<String>> then) {

    /** Stands for every urgency in {@link #clocks}. */
    public static final String ANY = "any";

    /** The key of the clock for this urgency. Throws {@link IllegalArgumentException} for an urgency unknown here. */
    public String clock(String urgency) {
        String clock = clocks.getOrDefault(urgency, clocks.get(ANY));
        if (clock == null) {
            throw new IllegalArgumentException("step " + key + " has no clock for urgency '" + urgency + "'");
        }
        return clock;
    }

    /** The steps this outcome opens. Throws {@link IllegalArgumentException} for an outcome the step does not have. */
    public List<String> after(String outcome) {
        List<String> next = then.get(outcome);
        if (next == null) {
            throw new IllegalArgumentException("step " + key + " has no outcome '" + outcome + "'");
        }
        return next;
    }
}
