package masar.procedure.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.country.PackFile;

/**
 * The way of an edition as its BPMN diagram draws it, after it was checked: who stands in which lane, which step follows
 * which outcome.
 *
 * @param start id of the only start event
 * @param nodes by id, in the order of the file
 * @param flows in the order of the file
 * @param lanes lane id by node id
 */
record Diagram(PackFile file, String start, Map<String, Node> nodes, List<Flow> flows, Map<String, Lane> lanes) {

    /** What a node is. */
    enum Kind {
        START,
        END,
        STEP,
        EXCLUSIVE,
        INCLUSIVE,
        PARALLEL;

        boolean isGateway() {
            return this == EXCLUSIVE || this == INCLUSIVE || this == PARALLEL;
        }
    }

    /**
     * @param endsAll an end event that ends whatever else is open
     * @param line counted from 1
     */
    record Node(String id, Kind kind, String name, boolean endsAll, int line) {}

    /** An arrow; the outcome is empty for one that is always taken. */
    record Flow(String id, String from, String to, Optional<String> outcome, int line) {}

    /** A lane; its id is a role, or a role and an organisation with a dot between them. */
    record Lane(String id, int line) {

        String role() {
            int dot = id.indexOf('.');
            return dot < 0 ? id : id.substring(0, dot);
        }

        Optional<String> organisation() {
            int dot = id.indexOf('.');
            return dot < 0 ? Optional.empty() : Optional.of(id.substring(dot + 1));
        }
    }

    List<Flow> from(String node) {
        return flows.stream().filter(flow -> flow.from().equals(node)).toList();
    }

    List<Flow> to(String node) {
        return flows.stream().filter(flow -> flow.to().equals(node)).toList();
    }

    List<Node> steps() {
        return nodes.values().stream().filter(node -> node.kind() == Kind.STEP).toList();
    }

    Node node(String id) {
        return java.util.Objects.requireNonNull(nodes.get(id), id);
    }
}
