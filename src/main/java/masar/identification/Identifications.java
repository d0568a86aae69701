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
     * presumption starts recovery and reflection. Refused where the country wants a panel.
     */
    void decide(Viewer viewer, CaseId id, VictimStatus status, String reasons);

    /** What has been decided last; needs a summary's depth. */
    VictimStatus status(Viewer viewer, CaseId id);

    /** Every decision, newest first; needs a summary's depth. */
    List<Decision> decisions(Viewer viewer, CaseId id);

    /** The period that runs or ran last, as it ends now; needs a summary's depth. */
    Optional<ReflectionPeriod> reflection(Viewer viewer, CaseId id);

    /**
     * Whether the running period stands against this; whoever may know of the case may ask.
     *
     * @param code of the word list reflection-suspends, such as {@code removal}
     */
    boolean suspended(Viewer viewer, CaseId id, String code);

    /**
     * One decision.
     *
     * @param panel the panel that sat on it, if one did
     */
    record Decision(
            UUID id,
            int number,
            VictimStatus status,
            boolean reconsidered,
            String reasons,
            UUID by,
            UUID organisation,
            Instant at,
            Optional<UUID> panel) {}

    /**
     * Time to recover and decide freely, whatever the person decides about justice.
     *
     * @param decision the presumption that started it
     * @param endsAt as extended, or when it was ended
     * @param extensions how often it was made longer
     * @param endedEarly whether it was ended by an act
     */
    record ReflectionPeriod(
            UUID decision, String clock, Instant startsAt, Instant endsAt, int extensions, boolean endedEarly) {

        public boolean runs(Instant now) {
            return !endedEarly && now.isBefore(endsAt);
        }
    }
}
