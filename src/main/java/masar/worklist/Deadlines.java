package masar.worklist;

import java.util.List;
import java.util.UUID;
import masar.country.Clock;
import masar.shared.Subject;
import masar.shared.Viewer;

/** What waits: by whom and by when, who was told so far, and who said by when they act. */
public interface Deadlines {

    /** The open steps of a subject, the most urgent first, for whoever may know of the subject. */
    List<OpenStep> on(Viewer viewer, Subject subject);

    /** One step for whoever must do it or was told that it waits, done or not; refused as not found otherwise. */
    OpenStep step(Viewer viewer, UUID task);

    /** The clocks of the country among which one chooses by when one acts. */
    List<Clock> choices();

    /**
     * Says that the viewer has seen that a step waits and acts within the time of this clock; until then nobody else is
     * told. Once after each notice.
     */
    void acknowledge(Viewer viewer, UUID task, String clock);
}
