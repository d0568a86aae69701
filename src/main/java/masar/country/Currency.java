package masar.country;

import masar.shared.LocalizedText;

/** The country's money. Names come from the pack: the JDK's Arabic names are not those in use. */
public record Currency(String code, LocalizedText name, LocalizedText abbreviation) {}
