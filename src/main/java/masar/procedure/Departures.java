package masar.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/**
 * Leaving the way of an edition by exception. A supervisor or a coordinator may, with a reason; whether this case is
 * theirs is asked by whoever calls. Each departure is kept, counted and listed.
 */
public interface Departures {

    /**
     * Passes over an open step as if it had this outcome. An outcome that would end the way is refused: only the act
     * itself ends it.
     *
     * @param task id of the open task
     * @param owner the organisation that owns the case; what comes next is chosen to be its own
     */
    void skip(Viewer by, Subject subject, UUID task, String outcome, UUID owner, Departure.Why why);

    /** Opens a step before its turn for this organisation; refused when it is open already. */
    void open(Viewer by, Subject subject, String step, UUID organisation, Departure.Why why);

    /** Of one case, the newest first. */
    List<Departure> of(Viewer viewer, Subject subject);

    /** What was written beside it. */
    Optional<String> note(Viewer viewer, Departure departure);

    /** Of all cases the viewer may know of, the newest first, at most this many. */
    List<Departure> newest(Viewer viewer, int atMost);

    /** How often each step that may be done at any time was done out of turn, in the cases the viewer may know of. */
    Map<String, Integer> outOfTurn(Viewer viewer);
}
