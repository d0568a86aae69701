package masar.exchange.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands after a verb: one plain word, switches, and options with a value. */
record VerbArguments(String word, Set<String> switches, Map<String, String> options) {

    /** Empty when something is missing, unknown or given twice. */
    static Optional<VerbArguments> parse(List<String> arguments, Set<String> switches, Set<String> options) {
        String word = "";
        var on = new HashSet<String>();
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (switches.contains(argument)) {
                on.add(argument);
            } else if (options.contains(argument) && i + 1 < arguments.size()) {
                given.put(argument, arguments.get(++i));
            } else if (word.isEmpty() && !argument.isBlank() && !argument.startsWith("--")) {
                word = argument;
            } else {
                return Optional.empty();
            }
        }
        return word.isEmpty() ? Optional.empty() : Optional.of(new VerbArguments(word, on, given));
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
