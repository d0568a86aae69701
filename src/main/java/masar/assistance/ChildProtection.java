package masar.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is treated as a child needs beside everybody else's help: a guardian, and an assessment of what is best
 * for them. Both are due from the moment there is a case, and no such case is closed without them. Somebody found to be
 * adult needs neither; somebody found to be a child needs both from then on.
 */
public interface ChildProtection {

    /** Records who speaks for the child. */
    UUID nameGuardian(Viewer viewer, CaseId id, Named guardian);

    /** The guardian may have a part in the exploitation: from now on they cannot consent, and do not count. */
    void suspect(Viewer viewer, CaseId id, UUID guardian, String reason);

    /** The suspicion has gone. */
    void clear(Viewer viewer, CaseId id, UUID guardian, String reason);

    /** They are the guardian no more since that day. */
    void end(Viewer viewer, CaseId id, UUID guardian, LocalDate on, String reason);

    /** A supervisor of the owner says why no guardian could be named. */
    void waiveGuardian(Viewer viewer, CaseId id, String reason);

    /** Keeps an assessment; it is looked at again by the clock of the country. */
    UUID assess(Viewer viewer, CaseId id, Assessed assessment);

    ChildFile of(Viewer viewer, CaseId id);

    /**
     * Who speaks for a child.
     *
     * @param kind code of the word list guardian-kind
     * @param contact how to reach them
     */
    record Named(String kind, String name, @Nullable String contact, LocalDate since) {

        @Override
        public String toString() {
            return "Named[hidden]";
        }
    }

    /**
     * What is best for the child.
     *
     * @param tookPart who took part, in words
     * @param trained whether who assesses was trained to work with children, by their own word
     * @param childView what the child says, or why they could not be asked
     * @param weighed the options, and what speaks for and against each
     * @param outcome code of the word list best-interests-outcome
     * @param determination why
     */
    record Assessed(
            LocalDate on,
            String tookPart,
            boolean trained,
            String childView,
            String weighed,
            String outcome,
            String determination) {

        @Override
        public String toString() {
            return "Assessed[hidden]";
        }
    }

    /** A guardian as they stand now. */
    record Guardian(
            UUID id, Named named, boolean suspected, Optional<LocalDate> endedOn, UUID namedBy, Instant namedAt) {

        public boolean counts() {
            return !suspected && endedOn.isEmpty();
        }
    }

    /** An assessment that was made. */
    record Assessment(UUID id, Assessed assessed, Instant reviewDueAt, UUID by, Instant at) {}

    /** Why no guardian could be named. */
    record Waiver(String reason, UUID by, Instant at) {

        @Override
        public String toString() {
            return "Waiver[hidden]";
        }
    }

    /** Everything of one case, the latest first. */
    record ChildFile(
            boolean treatedAsChild, List<Guardian> guardians, Optional<Waiver> waiver, List<Assessment> assessments) {

        public boolean lacksGuardian() {
            return treatedAsChild && waiver.isEmpty() && guardians.stream().noneMatch(Guardian::counts);
        }

        public boolean lacksAssessment() {
            return treatedAsChild && assessments.isEmpty();
        }
    }
}
