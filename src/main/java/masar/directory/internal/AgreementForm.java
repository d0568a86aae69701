package masar.directory.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.directory.internal.Agreement.Terms;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the page of a new agreement posts. */
public record AgreementForm(
        String giver,
        String taker,
        String bothWays,
        Set<String> scope,
        Set<String> purposes,
        String from,
        String to,
        String basis,
        String document) {

    private static final int LONGEST = 400;

    public AgreementForm {
        giver = orEmpty(giver);
        taker = orEmpty(taker);
        bothWays = orEmpty(bothWays);
        from = orEmpty(from);
        to = orEmpty(to);
        basis = orEmpty(basis);
        document = orEmpty(document);
        scope = scope == null ? Set.of() : Set.copyOf(scope);
        purposes = purposes == null ? Set.of() : Set.copyOf(purposes);
    }

    /** The terms, or the problems of the form. */
    Terms checked(List<String> organisations, List<String> scopes, List<String> purposesOffered) {
        var problems = new Problems()
                .oneOf("giver", giver, organisations)
                .oneOf("taker", taker, organisations)
                .required("basis", basis)
                .atMost("basis", basis, LONGEST)
                .required("document", document)
                .atMost("document", document, LONGEST);
        some(problems, "scope", scope, scopes);
        some(problems, "purposes", purposes, purposesOffered);
        if (!giver().isBlank() && giver().equals(taker())) {
            problems.add("taker", "directory.problem.same");
        }
        LocalDate first = date(problems, "from", from);
        LocalDate last = date(problems, "to", to);
        if (last.isBefore(first)) {
            problems.add("to", "directory.problem.order");
        }
        problems.refuseIfAny();
        return new Terms(
                UUID.fromString(giver),
                UUID.fromString(taker),
                "yes".equals(bothWays),
                scope,
                purposes,
                first,
                last,
                basis.strip(),
                document.strip());
    }

    private static void some(Problems problems, String field, Set<String> chosen, List<String> offered) {
        if (chosen.isEmpty()) {
            problems.add(field, "shell.problem.required");
        } else if (!offered.containsAll(chosen)) {
            problems.add(field, "shell.problem.not.offered");
        }
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static LocalDate date(Problems problems, String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException notADate) {
            problems.add(field, "directory.problem.date");
            return LocalDate.EPOCH;
        }
    }
}
