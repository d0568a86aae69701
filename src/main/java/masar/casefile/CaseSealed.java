package masar.casefile;

import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Fact;

/**
 * A case was closed to offices: to every one, or to those of one organisation. Modules that keep subjects of their own
 * inside the case (reports, interviews) close them in the same transaction.
 *
 * @param organisation whose people may not see it any more; empty when it is every office
 * @param reason code of the word list conflict-of-interest; empty for a seal
 */
public record CaseSealed(CaseId caseId, Optional<UUID> organisation, String reason) implements Fact {

    public static CaseSealed whole(CaseId id) {
        return new CaseSealed(id, Optional.empty(), "");
    }

    public static CaseSealed against(CaseId id, UUID organisation, String reason) {
        return new CaseSealed(id, Optional.of(organisation), reason);
    }
}
