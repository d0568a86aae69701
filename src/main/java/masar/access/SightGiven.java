package masar.access;

import masar.shared.Fact;
import masar.shared.Subject;

/** Somebody was granted a subject; heard in the same transaction, before they can look. */
public record SightGiven(Subject subject) implements Fact {}
