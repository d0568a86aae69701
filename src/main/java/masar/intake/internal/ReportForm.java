package masar.intake.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import masar.country.CountryPack;
import masar.country.Word;
import masar.intake.Told;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the form of a new report posts. */
public record ReportForm(
        @Nullable String channel,
        @Nullable String caller,
        @Nullable String callerContact,
        @Nullable String callerSafe,
        @Nullable String place,
        @Nullable String whatHappened,
        @Nullable String personName,
        @Nullable String ageNow,
        @Nullable Set<String> dangers,
        @Nullable String dangerNow,
        @Nullable String medicalNeed,
        @Nullable String detained,
        @Nullable String removalOn) {

    Problems problems(CountryPack pack) {
        var problems = new Problems()
                .oneOf("channel", channel, codes(pack, "report-channel"))
                .oneOf("caller", caller, ReportPages.CALLERS)
                .required("whatHappened", whatHappened)
                .atMost("whatHappened", whatHappened, 8000)
                .atMost("callerContact", callerContact, 200)
                .atMost("personName", personName, 120)
                .oneOf("ageNow", ageNow, codes(pack, "age-status"))
                .oneOf("dangerNow", dangerNow, ReportPages.YES_NO_UNKNOWN)
                .oneOf("medicalNeed", medicalNeed, ReportPages.MEDICAL)
                .oneOf("detained", detained, ReportPages.YES_NO_UNKNOWN);
        if (place != null && !place.isBlank()) {
            problems.oneOf("place", place, pack.places().keySet());
        }
        if (dangers != null && !codes(pack, "danger").containsAll(dangers)) {
            problems.add("dangers", "shell.problem.not.offered");
        }
        if (removalOn != null && !removalOn.isBlank() && date(removalOn) == null) {
            problems.add("removalOn", "shell.problem.date");
        }
        return problems;
    }

    Told told() {
        return new Told(
                text(channel),
                text(caller),
                orNull(callerContact),
                "yes".equals(callerSafe),
                orNull(place),
                text(whatHappened),
                orNull(personName),
                text(ageNow),
                dangers == null ? Set.of() : dangers,
                text(dangerNow),
                text(medicalNeed),
                "yes".equals(detained),
                "yes".equals(detained) ? date(removalOn) : null);
    }

    private static Set<String> codes(CountryPack pack, String list) {
        return pack.wordList(list).words().stream().map(Word::code).collect(Collectors.toSet());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String toString() {
        return "ReportForm[hidden]";
    }
}
