package masar.country;

import masar.shared.LocalizedText;

/**
 * A purpose of exploitation in the country's law.
 *
 * @param code Masar's own, for example {@code Begging}
 * @param article where the law names it, for example {@code 586(1)}
 */
public record Purpose(String code, LocalizedText name, String article, Provenance provenance) {}
