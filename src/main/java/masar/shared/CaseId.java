package masar.shared;

import java.util.UUID;

/** Names a case across modules. Random (UUID version 4), so that it tells nothing about time or number. */
public record CaseId(UUID value) {

    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /** The case as the subject of a grant, a task or an audit entry. */
    public Subject subject() {
        return new Subject("case", value);
    }
}
