package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Fact;

/** The person of a case does not want the procedures; what goes on in it ends in the same transaction. */
public record CaseDeclined(CaseId caseId) implements Fact {}
