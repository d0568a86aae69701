package masar.procedure;

import java.util.List;

/**
 * A decision table as people read it.
 *
 * @param name what its author called it, in English
 * @param policy {@code unique}, {@code any} or {@code first}: what counts when several rules answer
 * @param inputs what the columns ask, as its author wrote it
 * @param outputs what the answers are called
 * @param rules every rule in the order of the table
 */
public record TableCard(
        String key, String name, String policy, List<String> inputs, List<String> outputs, List<Rule> rules) {

    /**
     * One row of the table.
     *
     * @param asks an entry for each input, a dash where it does not matter
     * @param answers an entry for each output
     * @param description what its author wrote beside it, with its source
     */
    public record Rule(String id, List<String> asks, List<String> answers, String description) {

        public Rule {
            asks = List.copyOf(asks);
            answers = List.copyOf(answers);
        }
    }

    public TableCard {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }
}
