package masar.sealing;

import masar.shared.Fact;
import masar.shared.Subject;

/** The keys of a subject were destroyed; heard in the same transaction by whoever keeps an index of it. */
public record SubjectErased(Subject subject) implements Fact {}
