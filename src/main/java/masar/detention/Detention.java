package masar.detention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * The person of a case is held somewhere. Begins when somebody records it; what is known of it may change; ends with the
 * release, also when that is a removal from the country.
 *
 * @param code of the case
 * @param version counted up by each act; an act names the one it has read
 */
public record Detention(
        UUID id, CaseId caseId, String code, Circumstances circumstances, Optional<Release> release, int version) {

    /**
     * How somebody is held, as far as it is known.
     *
     * @param facilityKind code of the word list facility-kind
     * @param facility organisation of the directory; null when it is another, or unknown
     * @param place where, in words
     * @param reason of arrest: code of the word list detention-reason
     * @param removalOrderedOn day of the order of removal
     * @param removalOn day on which the person is to be removed
     */
    public record Circumstances(
            LocalDate heldSince,
            String facilityKind,
            @Nullable UUID facility,
            @Nullable String place,
            String reason,
            @Nullable LocalDate removalOrderedOn,
            @Nullable LocalDate removalOn) {

        @Override
        public String toString() {
            return "Circumstances[hidden]";
        }
    }

    /**
     * How it ended.
     *
     * @param outcome code of the word list release-outcome
     * @param toWhom in words
     */
    public record Release(
            LocalDate on, String outcome, @Nullable String toWhom) {

        @Override
        public String toString() {
            return "Release[hidden]";
        }
    }

    public boolean isHeld() {
        return release.isEmpty();
    }

    /** Days from the first day of detention to the release, or to today. */
    public long days(LocalDate today) {
        LocalDate end = release.map(Release::on).orElse(today);
        return Math.max(0, ChronoUnit.DAYS.between(circumstances.heldSince(), end));
    }

    @Override
    public String toString() {
        return "Detention[" + id + "]";
    }
}
