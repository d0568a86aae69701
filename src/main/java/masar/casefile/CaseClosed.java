package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Fact;

/**
 * A case was closed; heard in the same transaction, after its way has ended.
 *
 * @param reason code of the word list closure-reason
 */
public record CaseClosed(CaseId caseId, String reason) implements Fact {}
