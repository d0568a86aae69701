package masar.procedure;

import masar.shared.Fact;
import masar.shared.Subject;

/** A report or case goes on under another edition from here. */
public record EditionChanged(Subject subject, String from, String to) implements Fact {}
