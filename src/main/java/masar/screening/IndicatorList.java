package masar.screening;

import masar.country.Provenance;
import masar.shared.LocalizedText;

/**
 * A list of indicators, such as {@code adults-labour}.
 *
 * @param provisional not the published list; every result built on it says so
 */
public record IndicatorList(String key, LocalizedText name, boolean provisional, Provenance provenance) {}
