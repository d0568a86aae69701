package masar.casefile;

import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Fact;

/** A consent no longer holds; heard in the same transaction by whoever relied on it. */
public record ConsentWithdrawn(CaseId caseId, UUID consent) implements Fact {}
