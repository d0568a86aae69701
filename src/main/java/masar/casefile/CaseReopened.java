package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Fact;

/** A closed case is worked on again; heard in the same transaction. */
public record CaseReopened(CaseId caseId) implements Fact {}
