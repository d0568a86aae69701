package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Fact;

/** More, or something else, is known of the person of a case; heard in the same transaction. */
public record PersonKnown(CaseId caseId) implements Fact {}
