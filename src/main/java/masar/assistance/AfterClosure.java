package masar.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/**
 * Visits after a case was closed. They begin when the reason of the closure calls for them and the person agreed to be
 * contacted, come at the intervals of the country, and end with the last, with the consent, or when the case is opened
 * again. What is found may propose to open it; a person decides.
 */
public interface AfterClosure {

    /** Records the visit that is due. Refused without a consent that holds. */
    void visit(Viewer viewer, CaseId id, Visited visit);

    /** A supervisor of the owner decides not to open the case again, and says why. */
    void declineReopening(Viewer viewer, CaseId id, String reason);

    /** Every time after a closure of this case, the latest first. */
    List<Period> of(Viewer viewer, CaseId id);

    /**
     * How somebody was found.
     *
     * @param way code of the word list visit-way
     * @param traffickedAgain code of the word list trafficked-again
     * @param outcome code of the word list visit-outcome
     */
    record Visited(LocalDate on, String way, String traffickedAgain, String outcome, String needs, String note) {

        /** Whether what was found calls for the question whether the case is opened again. */
        public boolean proposesReopening() {
            return outcome.equals("new-need")
                    || traffickedAgain.equals("concern")
                    || traffickedAgain.equals("happening");
        }

        @Override
        public String toString() {
            return "Visited[hidden]";
        }
    }

    /** A visit, counted from 1. */
    record Visit(int number, Visited visited, UUID by, Instant at) {}

    /**
     * One time after a closure.
     *
     * @param nextDueAt when the next visit is due; empty when none is
     * @param reopeningProposed whether somebody must decide whether the case is opened again
     * @param ended {@code last-visit}, {@code reopened} or {@code consent-withdrawn}; empty while visits go on
     */
    record Period(
            UUID id,
            Instant closedAt,
            List<Visit> visits,
            Optional<Instant> nextDueAt,
            boolean reopeningProposed,
            Optional<String> ended) {}
}
