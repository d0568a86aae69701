package masar.country;

import masar.shared.LocalizedText;

/** An article of the country's law with a summary in our own words, which is not the text of the law. */
public record Article(String code, LocalizedText summary, Provenance provenance) {}
