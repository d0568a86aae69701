package masar.casefile;

import java.util.Collection;
import java.util.UUID;
import masar.shared.CaseId;

/** What a module keeps inside a case under ids of its own; declared as a bean, so that the case's log tells of it too. */
public interface CaseParts {

    /** The ids of all interviews, referrals or other parts of the case. */
    Collection<UUID> of(CaseId id);
}
