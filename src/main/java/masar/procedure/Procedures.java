package masar.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/** The way of each report and case through the edition it began under. */
public interface Procedures {

    /**
     * Begins the way under today's edition and opens its first step for this organisation.
     *
     * @param code shown instead of a name
     * @param address page on which the step is done
     * @param urgency code of the word list {@code urgency}
     */
    void begin(Subject subject, String code, String address, String urgency, Viewer by);

    /** Begins the way at a later step, for a case that comes from elsewhere; nothing before it is claimed as done. */
    void beginAt(String step, Subject subject, String code, String address, UUID organisation, Viewer by);

    /** Opens a step again for this organisation, on a way that had ended; what was walked stays as it was. */
    void reopenAt(String step, Subject subject, UUID organisation, Viewer by);

    /** Ends a way that should not have begun, such as that of an import taken back, and closes what is open on it. */
    void abandon(Subject subject, Viewer by);

    /** The way walked so far, for whoever may see the subject; empty when it has none. */
    Optional<Way> way(Viewer viewer, Subject subject);

    /** The steps done, in order, for whoever may see the subject. */
    List<Passed> passed(Viewer viewer, Subject subject);

    /** When something that begins now is due by this clock of the country. */
    Instant due(String clock);

    /** The edition under which whatever begins today begins. */
    Edition currentEdition();

    /** The edition the subject began under. Throws {@link IllegalArgumentException} when it has no way. */
    Edition editionOf(Subject subject);
}
