package masar.procedure;

import masar.shared.LocalizedText;

/** A station on the way of a case, drawn on the line that shows how far it has come. */
public record Station(String key, LocalizedText name) {}
