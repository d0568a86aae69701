package masar.casefile;

import java.util.UUID;
import masar.shared.CaseId;

/**
 * Whether somebody has a relation to a case that they declared or that was found: a relative, an employer, the same unit
 * as the accused. Declared as a bean by whoever keeps declarations; asked by the watch over unusual reading.
 */
public interface DeclaredRelations {

    boolean isRelated(UUID account, CaseId id);
}
