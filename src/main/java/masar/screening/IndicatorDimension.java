package masar.screening;

import masar.shared.LocalizedText;

/**
 * A group of indicators that are weighed together.
 *
 * @param input the name under which the conclusion table asks whether this dimension is positive
 */
public record IndicatorDimension(String key, String code, String input, LocalizedText name) {}
