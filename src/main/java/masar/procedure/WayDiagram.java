package masar.procedure;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The diagram of an edition as a page shows it, with what is known of each step.
 *
 * @param states by step: {@code done}, {@code open} or {@code late}; a step that is not named lies ahead
 */
public record WayDiagram(Edition edition, Map<String, String> states) {

    public WayDiagram {
        states = Map.copyOf(states);
    }

    /** Where the drawing itself is fetched. */
    public String address() {
        return "/procedures/diagram?edition=" + edition.id();
    }

    /** Codes of the roles that have a lane. */
    public Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        edition.steps().values().forEach(step -> roles.add(step.role().code()));
        return roles;
    }

    /** What is known of a step, or an empty text. */
    public String state(String step) {
        return states.getOrDefault(step, "");
    }
}
