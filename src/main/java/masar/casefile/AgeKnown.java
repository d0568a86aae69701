package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Fact;

/**
 * How old the person of a case is now, as far as anybody knows: told when a case begins to be worked on and whenever the
 * person is described anew; heard in the same transaction.
 */
public record AgeKnown(CaseId caseId, AgeStatus age) implements Fact {}
