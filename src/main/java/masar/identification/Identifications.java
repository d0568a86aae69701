package masar.identification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Decisions on a person's status, and the recovery and reflection period. */
public interface Identifications {

    /**
     * Decides. The viewer must be an identification officer of an organisation that is competent, and give reasons; a
     * presumption starts recovery and reflection.
     */
    void decide(Viewer viewer, CaseId id, VictimStatus status, String reasons);

    /** What has been decided last; needs a summary's depth. */
    VictimStatus status(Viewer viewer, CaseId id);

    /** Every decision, newest first; needs a summary's depth. */
    List<Decision> decisions(Viewer viewer, CaseId id);

    /** The period that runs or ran last; needs a summary's depth. */
    Optional<ReflectionPeriod> reflection(Viewer viewer, CaseId id);

    /** One decision. */
    record Decision(
            UUID id,
            VictimStatus status,
            boolean reconsidered,
            String reasons,
            UUID by,
            UUID organisation,
            Instant at) {}

    /** Time to recover and decide freely, whatever the person decides about justice. */
    record ReflectionPeriod(String clock, Instant startsAt, Instant endsAt) {}
}
