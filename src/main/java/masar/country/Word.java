package masar.country;

import masar.shared.LocalizedText;

/** One code of a word list and how it is said. */
public record Word(String code, LocalizedText text, Provenance provenance) {}
