package masar.intake.internal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.country.CountryPack;
import masar.country.Word;
import masar.directory.Directory;
import masar.intake.Triage;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the form of a triage posts. */
public record TriageForm(
        @Nullable String outcome,
        @Nullable String urgency,
        @Nullable String reasons,
        @Nullable String screening,
        @Nullable String owner) {

    Problems problems(CountryPack pack, Directory directory) {
        var urgencies =
                pack.wordList("urgency").words().stream().map(Word::code).collect(Collectors.toSet());
        var problems = new Problems()
                .oneOf("outcome", outcome, ReportPages.OUTCOMES)
                .oneOf("urgency", urgency, urgencies)
                .required("reasons", reasons)
                .atMost("reasons", reasons, 4000);
        if ("screen".equals(outcome)) {
            problems.oneOf("screening", screening, ids(directory, "screening"))
                    .oneOf("owner", owner, ids(directory, "case-management"));
        }
        return problems;
    }

    Triage triage() {
        boolean screens = "screen".equals(outcome);
        return new Triage(
                text(outcome),
                text(urgency),
                text(reasons),
                screens ? UUID.fromString(text(screening)) : null,
                screens ? UUID.fromString(text(owner)) : null);
    }

    private static Set<String> ids(Directory directory, String act) {
        return directory.competentFor(act).stream()
                .map(each -> each.id().toString())
                .collect(Collectors.toSet());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Override
    public String toString() {
        return "TriageForm[hidden]";
    }
}
