package masar.screening.internal;

import java.util.List;
import java.util.Set;

/**
 * How an interview is held.
 *
 * @param language ISO 639 code
 * @param place in the words of the interviewer
 * @param phase code of the word list {@code interview-phase}
 * @param present codes of the word list {@code person-present}
 * @param privacy {@code yes}, {@code no} or {@code unknown}
 */
public record Conditions(
        String language, boolean interpreter, String place, String phase, List<String> present, String privacy) {

    /** Before these people nobody speaks freely. */
    private static final Set<String> INTIMIDATING =
            Set.of("officer-of-detaining-body", "employer-or-agency", "relative-or-companion");

    public Conditions {
        present = List.copyOf(present);
    }

    /** Those present before whom the person may not have spoken freely; the page warns of them. */
    public List<String> intimidating() {
        return present.stream().filter(INTIMIDATING::contains).toList();
    }

    @Override
    public String toString() {
        return "Conditions[hidden]";
    }
}
