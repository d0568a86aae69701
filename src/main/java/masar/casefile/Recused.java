package masar.casefile;

import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Fact;

/**
 * Somebody has no part in a case any more, because of a tie to it. Modules that keep subjects of their own inside the case
 * close them to this account in the same transaction.
 *
 * @param reason code of the word list conflict-of-interest
 */
public record Recused(CaseId caseId, UUID account, String reason) implements Fact {}
