package masar.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.detention.Detention.Circumstances;
import masar.detention.Detention.Release;
import masar.shared.CaseId;
import masar.shared.Viewer;

/**
 * Who is held, and what is done about it. Read by those who hold the whole case and neither detain nor police; written by
 * the owner of the case. Alarms ring at the days of the country and before a removal, until somebody says what was done.
 */
public interface Detentions {

    /** Records that the person is held; refused while an earlier detention has not ended. */
    UUID record(Viewer viewer, CaseId id, Circumstances circumstances);

    /** Keeps what is now known; a removal that was set, moved or dropped moves its alarms. */
    void change(Viewer viewer, CaseId id, UUID detention, Circumstances circumstances, int version);

    /** Says what was done about it since; the alarms that rang are over, and the next are set. */
    void review(Viewer viewer, CaseId id, UUID detention, String note);

    /** The person is held there no more; every alarm ends. */
    void release(Viewer viewer, CaseId id, UUID detention, Release release);

    /** Every detention of the case, the latest first. */
    List<Detention> of(Viewer viewer, CaseId id);

    /** The detention that lasts. */
    Optional<Detention> current(Viewer viewer, CaseId id);

    /** What was done about a detention, the latest first. */
    List<Act> acts(Viewer viewer, CaseId id);

    /** Everybody held whose whole case the viewer may read, the longest held first; codes and days. */
    List<Held> held(Viewer viewer);

    /**
     * Something that was done.
     *
     * @param what {@code recorded}, {@code changed}, {@code reviewed} or {@code released}
     */
    record Act(UUID detention, String what, String note, UUID account, Instant at) {

        @Override
        public String toString() {
            return "Act[hidden]";
        }
    }

    /** One line of the list of those held. */
    record Held(CaseId caseId, String code, LocalDate heldSince, Optional<LocalDate> removalOn) {}
}
