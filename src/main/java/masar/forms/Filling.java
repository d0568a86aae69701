package masar.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What JavaRosa makes of some answers: nothing is lost, everything is told.
 *
 * @param answers what was given, with calculated values put in
 * @param relevant keys of the questions to be asked now, in order, answered or not
 * @param readOnly keys of those that may be seen but not changed
 * @param required keys of relevant questions that must be answered on completion
 * @param choices by key the codes that a choice filter leaves; questions without filter are absent
 * @param problems wrong answers to relevant questions, in order; never about missing ones
 * @param missing required answers that are not there; matter only on completion
 */
public record Filling(
        Answers answers,
        Set<String> relevant,
        Set<String> readOnly,
        Set<String> required,
        Map<String, List<String>> choices,
        List<AnswerProblem> problems,
        List<AnswerProblem> missing) {

    public Filling {
        relevant = Collections.unmodifiableSet(new LinkedHashSet<>(relevant));
        readOnly = Collections.unmodifiableSet(new LinkedHashSet<>(readOnly));
        required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /** Whether the interview may be completed; it may be paused at any time. */
    public boolean isComplete() {
        return problems.isEmpty() && missing.isEmpty();
    }

    public boolean isRelevant(String key) {
        return relevant.contains(key);
    }

    /** Only the answers to relevant questions: what is decided upon, handed over or published. */
    public Answers relevantAnswers() {
        var values = new LinkedHashMap<String, String>();
        answers.values().forEach((key, value) -> {
            if (relevant.contains(key)) {
                values.put(key, value);
            }
        });
        return new Answers(values, answers.language());
    }

    @Override
    public String toString() {
        return "Filling[" + relevant.size() + " relevant, " + problems.size() + " wrong, " + missing.size()
                + " missing]";
    }
}
