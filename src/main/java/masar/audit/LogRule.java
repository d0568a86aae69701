package masar.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/**
 * Who may read the log of one kind of subject; declared as a bean by the module that knows such subjects. The log of a
 * kind without a rule opens to nobody.
 */
public interface LogRule {

    /** The kind of subject, such as {@code case}. */
    String kind();

    boolean opensTo(Viewer viewer, Subject subject);

    /** What belongs to the subject, so that its log tells of that too: the interviews and referrals of a case. */
    default Collection<UUID> within(Subject subject) {
        return List.of();
    }

    /** The subject that people know by this code, for the auditor, who sees codes and no content. */
    default Optional<Subject> byCode(Viewer auditor, String code) {
        return Optional.empty();
    }

    /** The codes by which people know these subjects, as far as they have one. */
    default Map<UUID, String> codes(Viewer auditor, Collection<UUID> subjects) {
        return Map.of();
    }
}
