package masar.procedure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.country.PackElement;
import masar.country.PackFile;
import masar.procedure.internal.Diagram.Flow;
import masar.procedure.internal.Diagram.Kind;
import masar.procedure.internal.Diagram.Lane;
import masar.procedure.internal.Diagram.Node;
import org.jspecify.annotations.Nullable;

/** Reads a BPMN diagram of a pack: one pool, one process, lanes, steps, gateways that split, arrows. */
final class DiagramReading {

    private static final Map<String, Kind> KINDS = Map.of(
            "startEvent", Kind.START,
            "endEvent", Kind.END,
            "userTask", Kind.STEP,
            "exclusiveGateway", Kind.EXCLUSIVE,
            "inclusiveGateway", Kind.INCLUSIVE,
            "parallelGateway", Kind.PARALLEL);

    private final PackFile file;
    private final List<PackElement> elements;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int processes;
    private int pools;
    private @Nullable Node start;

    private DiagramReading(PackFile file, List<PackElement> elements) {
        this.file = file;
        this.elements = elements;
    }

    /** Throws {@link masar.country.PackProblem} for whatever is no plain way of steps. */
    static Diagram read(PackFile file) {
        DiagramRules.checkSize(file);
        List<PackElement> elements = file.elements();
        DiagramRules.checkCount(file, elements.size());
        return new DiagramReading(file, elements).diagram();
    }

    private Diagram diagram() {
        for (PackElement element : elements) {
            if (DiagramRules.speaks(file, element)) {
                take(element);
            }
        }
        if (processes != 1 || pools != 1) {
            throw file.problem(0, "a way is drawn in one pool with one process");
        }
        if (start == null) {
            throw file.problem(0, "the diagram has no start event");
        }
        flows.values().forEach(this::checkEnds);
        nodes.values().forEach(this::checkLane);
        return new Diagram(file, start.id(), nodes, new ArrayList<>(flows.values()), lanes);
    }

    private void take(PackElement element) {
        switch (element.name()) {
            case "process" -> process(element);
            case "participant" -> pools++;
            case "flowNodeRef" -> lane(element);
            case "sequenceFlow" -> flow(element);
            case "conditionExpression" -> condition(element);
            case "terminateEventDefinition" -> ending(element);
            default -> node(element);
        }
    }

    private void process(PackElement element) {
        processes++;
        if (!element.attribute("isExecutable").equals("true")) {
            throw file.problem(element.line(), "the process must be marked as executable (isExecutable=\"true\")");
        }
    }

    private void lane(PackElement element) {
        PackElement lane = elements.get(element.parent());
        String id = lane.attribute("id");
        if (lanes.put(element.text(), new Lane(id, lane.line())) != null) {
            throw file.problem(element.line(), "'" + element.text() + "' stands in two lanes");
        }
    }

    private void flow(PackElement element) {
        var flow = new Flow(
                element.attribute("id"),
                element.attribute("sourceRef"),
                element.attribute("targetRef"),
                Optional.empty(),
                element.line());
        if (flow.id().isEmpty() || flows.put(flow.id(), flow) != null) {
            throw file.problem(element.line(), "every arrow needs an id of its own");
        }
    }

    private void condition(PackElement element) {
        PackElement arrow = elements.get(element.parent());
        Flow flow = flows.get(arrow.attribute("id"));
        if (flow == null) {
            throw file.problem(element.line(), "a condition may stand on an arrow only");
        }
        String outcome = DiagramRules.outcome(file, element, "arrow '" + flow.id() + "'");
        flows.put(flow.id(), new Flow(flow.id(), flow.from(), flow.to(), Optional.of(outcome), flow.line()));
    }

    private void ending(PackElement element) {
        String id = elements.get(element.parent()).attribute("id");
        Node end = nodes.get(id);
        if (end == null || end.kind() != Kind.END) {
            throw file.problem(element.line(), "only an end event may end everything");
        }
        nodes.put(id, new Node(id, Kind.END, end.name(), true, end.line()));
    }

    private void node(PackElement element) {
        Kind kind = KINDS.get(element.name());
        if (kind == null) {
            return;
        }
        var node = new Node(element.attribute("id"), kind, element.attribute("name"), false, element.line());
        if (!node.id().matches("[a-z][a-z0-9-]{0,60}") || nodes.put(node.id(), node) != null) {
            throw file.problem(
                    element.line(),
                    DiagramRules.called(element) + " needs an id of its own in small letters, digits and dashes");
        }
        if (kind == Kind.START) {
            if (start != null) {
                throw file.problem(element.line(), "there are two start events, '" + start.id() + "' before this one");
            }
            start = node;
        }
    }

    private void checkEnds(Flow flow) {
        for (String end : List.of(flow.from(), flow.to())) {
            if (!nodes.containsKey(end)) {
                throw file.problem(
                        flow.line(), "arrow '" + flow.id() + "' ends at '" + end + "', which is not in the diagram");
            }
        }
    }

    private void checkLane(Node node) {
        if (!lanes.containsKey(node.id())) {
            throw file.problem(node.line(), "'" + node.id() + "' stands in no lane");
        }
    }
}
