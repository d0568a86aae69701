package masar.procedure.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import masar.country.PackProblem;
import masar.procedure.internal.Diagram.Flow;
import masar.procedure.internal.Diagram.Kind;
import masar.procedure.internal.Diagram.Node;

/** What follows what in a diagram; refuses a way that leads nowhere, waits for ever or cannot be read in one manner. */
final class DiagramPaths {

    private final Diagram diagram;

    private DiagramPaths(Diagram diagram) {
        this.diagram = diagram;
    }

    /** What was found: the first step, and for each step what each outcome opens. */
    record Found(String first, Map<String, Map<String, List<String>>> then) {}

    /** Throws {@link PackProblem}. */
    static Found of(Diagram diagram) {
        return new DiagramPaths(diagram).found();
    }

    private Found found() {
        diagram.nodes().values().forEach(this::checkArrows);
        List<Flow> begin = diagram.from(diagram.start());
        Node first = diagram.node(begin.getFirst().to());
        if (first.kind() != Kind.STEP) {
            throw problem(first, "the start must lead straight to the first step, not to '" + first.id() + "'");
        }
        Map<String, Map<String, List<String>>> then = new LinkedHashMap<>();
        diagram.steps().forEach(step -> then.put(step.id(), after(step)));
        checkReachable();
        checkEnds();
        return new Found(first.id(), then);
    }

    private void checkArrows(Node node) {
        List<Flow> out = diagram.from(node.id());
        int in = diagram.to(node.id()).size();
        switch (node.kind()) {
            case START -> check(in == 0 && out.size() == 1, node, "one arrow must leave the start, and none reach it");
            case END -> check(out.isEmpty(), node, "no arrow may leave an end");
            case STEP ->
                check(out.size() == 1, node, "one arrow must leave a step; draw a gateway where there is a choice");
            case EXCLUSIVE -> checkExclusive(node, out);
            case INCLUSIVE -> {
                check(in == 1, node, "an inclusive gateway may only split: one arrow reaches it");
                check(out.stream().allMatch(flow -> flow.outcome().isPresent()), node, "every arrow needs its outcome");
            }
            case PARALLEL -> {
                check(in == 1, node, "a parallel gateway may only split: one arrow reaches it");
                check(out.stream().allMatch(flow -> flow.outcome().isEmpty()), node, "its arrows are always taken");
            }
        }
        check(node.kind() == Kind.END || !out.isEmpty(), node, "no arrow leaves it, and it is no end");
    }

    private void checkExclusive(Node node, List<Flow> out) {
        if (out.size() == 1) {
            check(out.getFirst().outcome().isEmpty(), node, "with one arrow there is no choice: draw no gateway");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Flow flow : out) {
            check(flow.outcome().isPresent(), node, "every arrow needs its outcome; '" + flow.id() + "' has none");
            String outcome = flow.outcome().orElseThrow();
            check(
                    seen.add(outcome),
                    node,
                    "outcome '" + outcome
                            + "' leaves it twice, and only one arrow would be taken; draw an inclusive gateway");
        }
    }

    private Map<String, List<String>> after(Node step) {
        Map<String, List<String>> then = new LinkedHashMap<>();
        follow(step, diagram.from(step.id()).getFirst(), "", then, new ArrayList<>());
        if (then.containsKey("")) {
            throw problem(step, "the arrow that leaves the step must name its outcome");
        }
        return then;
    }

    private void follow(Node step, Flow flow, String decided, Map<String, List<String>> then, List<String> passed) {
        String outcome = flow.outcome().orElse(decided);
        if (flow.outcome().isPresent() && !decided.isEmpty()) {
            throw diagram.file().problem(flow.line(), "arrow '" + flow.id() + "' asks for an outcome a second time");
        }
        Node target = diagram.node(flow.to());
        if (!target.kind().isGateway()) {
            List<String> opened = then.computeIfAbsent(outcome, key -> new ArrayList<>());
            if (target.kind() == Kind.STEP && !opened.contains(target.id())) {
                opened.add(target.id());
            }
            return;
        }
        if (passed.contains(target.id())) {
            throw problem(target, "the arrows run in a circle without a step");
        }
        passed.add(target.id());
        diagram.from(target.id()).forEach(next -> follow(step, next, outcome, then, passed));
        passed.removeLast();
    }

    private void checkReachable() {
        Set<String> reached = reached(
                List.of(diagram.start()), node -> diagram.from(node).stream().map(Flow::to));
        diagram.nodes().values().stream()
                .filter(node -> !reached.contains(node.id()))
                .findFirst()
                .ifPresent(node -> {
                    throw problem(node, "it cannot be reached from the start");
                });
    }

    private void checkEnds() {
        List<String> ends = diagram.nodes().values().stream()
                .filter(node -> node.kind() == Kind.END)
                .map(Node::id)
                .toList();
        Set<String> ending = reached(ends, node -> diagram.to(node).stream().map(Flow::from));
        diagram.steps().stream()
                .filter(step -> !ending.contains(step.id()))
                .findFirst()
                .ifPresent(step -> {
                    throw problem(step, "no way leads from it to an end");
                });
    }

    private static Set<String> reached(List<String> from, Function<String, Stream<String>> next) {
        Set<String> reached = new TreeSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.poll()).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private void check(boolean right, Node node, String reason) {
        if (!right) {
            throw problem(node, reason);
        }
    }

    private PackProblem problem(Node node, String reason) {
        return diagram.file().problem(node.line(), "'" + node.id() + "': " + reason);
    }
}
