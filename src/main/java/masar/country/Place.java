package masar.country;

import java.util.Locale;
import java.util.Optional;
import masar.shared.LocalizedText;

/**
 * A governorate or a district. The parent is written in the pack and never derived from a code: the code of a Lebanese
 * district does not tell its governorate.
 *
 * @param key what cases and organisations refer to; the p-code where there is one
 * @param pcode of OCHA, absent for places it does not know
 * @param iso ISO 3166-2, absent below the first level
 * @param parent key of the place it lies in, absent at the first level
 */
public record Place(
        String key,
        Optional<String> pcode,
        Optional<String> iso,
        Level level,
        Optional<String> parent,
        LocalizedText name,
        Provenance provenance) {

    /** How deep a place lies below the country. */
    public enum Level {
        GOVERNORATE,
        DISTRICT;

        /** The level with this code, such as {@code district}. Throws {@link IllegalArgumentException} otherwise. */
        public static Level of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
