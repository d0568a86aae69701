package masar.screening;

import java.util.List;
import java.util.Map;
import masar.country.Provenance;
import masar.shared.LocalizedText;

/**
 * One version of a set of indicators with its lists. Immutable: a changed strength is a new version, and what was
 * found with an old one stays as it was.
 *
 * @param indicators by code, in the order in which they are asked
 */
public record IndicatorCatalogue(
        String id,
        String version,
        LocalizedText title,
        Provenance provenance,
        List<IndicatorDimension> dimensions,
        Map<String, IndicatorList> lists,
        Map<String, Indicator> indicators) {

    public IndicatorCatalogue {
        dimensions = List.copyOf(dimensions);
    }

    /** The indicators that belong to a list, in order. */
    public List<Indicator> in(String list) {
        return indicators.values().stream()
                .filter(indicator -> indicator.strengthIn(list) != Strength.NONE)
                .toList();
    }

    /** Throws {@link IllegalArgumentException} for a list the catalogue has not. */
    public IndicatorList list(String key) {
        IndicatorList list = lists.get(key);
        if (list == null) {
            throw new IllegalArgumentException("catalogue " + id + " has no list '" + key + "'");
        }
        return list;
    }
}
