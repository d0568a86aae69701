package masar.procedure;

import java.util.List;
import masar.procedure.TableAnswer.MatchedRule;

/**
 * A decision table as people read it.
 *
 * @param name what its author called it, in English
 * @param rules every rule in the order of the table, with its description
 */
public record TableCard(String key, String name, List<MatchedRule> rules) {

    public TableCard {
        rules = List.copyOf(rules);
    }
}
