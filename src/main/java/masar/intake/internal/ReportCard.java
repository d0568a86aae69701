package masar.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A report as it is drawn, for whoever may read it. */
public record ReportCard(
        UUID id,
        String code,
        LocalizedText channel,
        String caller,
        @Nullable String callerContact,
        boolean callerSafe,
        @Nullable LocalizedText place,
        String whatHappened,
        @Nullable String personName,
        LocalizedText ageNow,
        List<LocalizedText> dangers,
        String dangerNow,
        String medicalNeed,
        boolean detained,
        @Nullable LocalDate removalOn,
        Instant receivedAt,
        String takenBy,
        String state,
        @Nullable String outcome,
        @Nullable LocalizedText urgency,
        @Nullable String reasons,
        @Nullable UUID caseId) {

    @Override
    public String toString() {
        return "ReportCard[" + code + "]";
    }
}
