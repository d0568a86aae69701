package masar.detention.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import masar.detention.Detention;
import masar.detention.Detention.Circumstances;
import masar.detention.Detention.Release;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A detention as it is kept.
 *
 * @param removalSetAt when the day of removal was last set, moved or dropped
 * @param reviewedAt when somebody last said what was done about it
 */
record Stay(
        UUID id,
        CaseId caseId,
        String code,
        Circumstances circumstances,
        @Nullable Release release,
        Instant removalSetAt,
        @Nullable Instant reviewedAt,
        int version) {

    /** What is sealed of it. */
    record Words(
            String facilityKind,
            @Nullable UUID facility,
            @Nullable String place,
            String reason,
            @Nullable String removalOrderedOn,
            @Nullable String releasedOn,
            @Nullable String outcome,
            @Nullable String toWhom) {

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    Words words() {
        LocalDate ordered = circumstances.removalOrderedOn();
        return new Words(
                circumstances.facilityKind(),
                circumstances.facility(),
                circumstances.place(),
                circumstances.reason(),
                ordered == null ? null : ordered.toString(),
                release == null ? null : release.on().toString(),
                release == null ? null : release.outcome(),
                release == null ? null : release.toWhom());
    }

    boolean isHeld() {
        return release == null;
    }

    Stay known(Circumstances now, Instant at) {
        boolean moved = !java.util.Objects.equals(now.removalOn(), circumstances.removalOn());
        return new Stay(id, caseId, code, now, release, moved ? at : removalSetAt, reviewedAt, version);
    }

    Stay reviewed(Instant at) {
        return new Stay(id, caseId, code, circumstances, release, removalSetAt, at, version);
    }

    Stay ended(Release how) {
        return new Stay(id, caseId, code, circumstances, how, removalSetAt, reviewedAt, version);
    }

    Detention shown() {
        return new Detention(id, caseId, code, circumstances, Optional.ofNullable(release), version);
    }

    @Override
    public String toString() {
        return "Stay[" + id + "]";
    }
}
