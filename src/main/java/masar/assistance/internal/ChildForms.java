package masar.assistance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import masar.assistance.ChildProtection.Assessed;
import masar.assistance.ChildProtection.Named;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the forms on a child's page post. */
final class ChildForms {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST = 8000;

    private ChildForms() {}

    /** Who speaks for the child. */
    record GuardianForm(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String since) {

        Named read(PackWords words) {
            var problems = new Problems()
                    .oneOf("kind", kind, words.codes("guardian-kind"))
                    .required("name", name)
                    .atMost("name", name, LONGEST_NAME)
                    .atMost("contact", contact, LONGEST_NAME)
                    .required("since", since);
            LocalDate day = problems.day("since", since);
            if (day != null && day.isAfter(words.moments().today())) {
                problems.add("since", "assistance.refused.future");
            }
            problems.refuseIfAny();
            return new Named(
                    told(kind), told(name), contact == null || contact.isBlank() ? null : told(contact), day(day));
        }

        @Override
        public String toString() {
            return "GuardianForm[hidden]";
        }
    }

    /** What is best for the child. */
    record AssessmentForm(
            @Nullable String assessedOn,
            @Nullable String tookPart,
            @Nullable String trained,
            @Nullable String childView,
            @Nullable String weighed,
            @Nullable String outcome,
            @Nullable String determination) {

        Assessed read(PackWords words) {
            var problems = new Problems()
                    .required("assessedOn", assessedOn)
                    .oneOf("trained", trained, List.of("yes", "no"))
                    .oneOf("outcome", outcome, words.codes("best-interests-outcome"));
            texts().forEach((field, text) -> problems.required(field, text).atMost(field, text, LONGEST));
            LocalDate day = problems.day("assessedOn", assessedOn);
            problems.refuseIfAny();
            return new Assessed(
                    day(day),
                    told(tookPart),
                    told(trained).equals("yes"),
                    told(childView),
                    told(weighed),
                    told(outcome),
                    told(determination));
        }

        private Map<String, String> texts() {
            return Map.of(
                    "tookPart", told(tookPart),
                    "childView", told(childView),
                    "weighed", told(weighed),
                    "determination", told(determination));
        }

        @Override
        public String toString() {
            return "AssessmentForm[hidden]";
        }
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return day == null ? LocalDate.EPOCH : day;
    }
}
