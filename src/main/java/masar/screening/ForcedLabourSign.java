package masar.screening;

import java.util.Collection;
import java.util.Set;
import masar.country.Provenance;
import masar.shared.LocalizedText;

/**
 * One of the eleven signs of forced labour of 2012, unweighted, seen through the codes of a catalogue that point to it.
 *
 * @param indicators codes of the catalogue of 2009
 */
public record ForcedLabourSign(String code, LocalizedText name, Set<String> indicators, Provenance provenance) {

    /** Whether any of these present indicators points to this sign. */
    public boolean shownBy(Collection<String> present) {
        return present.stream().anyMatch(indicators::contains);
    }
}
