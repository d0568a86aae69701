package masar.screening;

import java.util.Map;
import masar.shared.LocalizedText;

/**
 * One sign to look for.
 *
 * @param code for example {@code D5.03}; the same words may recur in another dimension under another code
 * @param strengths by list key; every list of the catalogue is there
 */
public record Indicator(String code, String dimension, LocalizedText name, Map<String, Strength> strengths) {

    /** Throws {@link IllegalArgumentException} for a list the catalogue has not. */
    public Strength strengthIn(String list) {
        Strength strength = strengths.get(list);
        if (strength == null) {
            throw new IllegalArgumentException("indicator " + code + " knows no list '" + list + "'");
        }
        return strength;
    }
}
