package masar.procedure.internal;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import masar.country.PackElement;
import masar.country.PackFile;

/**
 * What may stand in a diagram. Everything that is not named here is refused: a diagram says who does what and what comes
 * next, it never runs a program, calls another system or reads a file.
 */
final class DiagramRules {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int LARGEST = 500_000;
    private static final int MOST = 5_000;
    private static final Pattern OUTCOME = Pattern.compile("\\$\\{outcome == '([a-z][a-z0-9-]*)'\\}");

    private static final Set<String> ALLOWED = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "laneSet",
            "lane",
            "flowNodeRef",
            "startEvent",
            "endEvent",
            "terminateEventDefinition",
            "userTask",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "documentation",
            "textAnnotation",
            "text",
            "association");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "targetNamespace",
            "exporter",
            "exporterVersion",
            "processRef",
            "isExecutable",
            "isClosed",
            "processType",
            "sourceRef",
            "targetRef",
            "gatewayDirection",
            "associationDirection",
            "textFormat",
            "{" + XSI + "}type",
            "{" + XSI + "}schemaLocation");

    /** What modellers add to remember where they drew a thing and in which colour; it decides nothing. */
    private static final Set<String> LAYOUT = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://camunda.org/schema/modeler/1.0");

    private static final String PROGRAM = "it would run a program; what people do is drawn as a user task";
    private static final String ELSEWHERE = "a way stands in one diagram and calls no other";
    private static final String TIME = "the times of a step stand in edition.yaml and clocks.yaml, not in the diagram";

    /** Why the things that modellers offer most often are refused, in words. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("scriptTask", PROGRAM),
            Map.entry("script", PROGRAM),
            Map.entry("serviceTask", PROGRAM),
            Map.entry("sendTask", PROGRAM),
            Map.entry("businessRuleTask", PROGRAM),
            Map.entry("receiveTask", PROGRAM),
            Map.entry("task", "it has no kind; what people do is drawn as a user task"),
            Map.entry("manualTask", "Masar would not know that it was done; draw a user task"),
            Map.entry("callActivity", ELSEWHERE),
            Map.entry("subProcess", ELSEWHERE),
            Map.entry("import", ELSEWHERE),
            Map.entry("extensionElements", "it may hold listeners, connectors or other programs"),
            Map.entry("timerEventDefinition", TIME),
            Map.entry("boundaryEvent", TIME),
            Map.entry("intermediateCatchEvent", TIME),
            Map.entry("multiInstanceLoopCharacteristics", "a step that is done again is opened again by an arrow"));

    private DiagramRules() {}

    static void checkSize(PackFile file) {
        if (file.text().length() > LARGEST) {
            throw file.problem(0, "the diagram is larger than " + LARGEST + " letters");
        }
    }

    static void checkCount(PackFile file, int elements) {
        if (elements > MOST) {
            throw file.problem(0, "the diagram has more than " + MOST + " elements");
        }
    }

    /** Whether the element says something of the way; layout says nothing. */
    static boolean speaks(PackFile file, PackElement element) {
        if (LAYOUT.contains(element.namespace())) {
            return false;
        }
        if (!element.namespace().equals(BPMN) || !ALLOWED.contains(element.name())) {
            String why = REASONS.getOrDefault(element.name(), "Masar does not know it");
            throw file.problem(element.line(), called(element) + " is not allowed: " + why);
        }
        element.attributes().forEach((attribute, value) -> checkAttribute(file, element, attribute, value));
        if (!element.name().equals("conditionExpression") && isExpression(element.text())) {
            throw file.problem(element.line(), called(element) + " holds an expression; only an arrow may");
        }
        return true;
    }

    private static void checkAttribute(PackFile file, PackElement element, String attribute, String value) {
        boolean layout = attribute.startsWith("{") && LAYOUT.contains(attribute.substring(1, attribute.indexOf('}')));
        if (attribute.equals("default")) {
            throw file.problem(
                    element.line(), called(element) + " has a default arrow; every arrow must name its outcome");
        }
        if (!layout && !ATTRIBUTES.contains(attribute)) {
            throw file.problem(
                    element.line(),
                    "'" + attribute + "' is not allowed on " + called(element) + ": it may run a program");
        }
        if (isExpression(value)) {
            throw file.problem(element.line(), "'" + attribute + "' of " + called(element) + " holds an expression");
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The outcome that an arrow waits for. */
    static String outcome(PackFile file, PackElement condition, String arrow) {
        Matcher plain = OUTCOME.matcher(condition.text());
        if (!plain.matches()) {
            throw file.problem(
                    condition.line(),
                    "the condition of " + arrow + " must be ${outcome == '…'} with one outcome of edition.yaml, found '"
                            + condition.text() + "'");
        }
        return plain.group(1);
    }

    /** How the reader finds the element in a modeller. */
    static String called(PackElement element) {
        String id = element.attribute("id");
        return "<" + element.name() + ">" + (id.isEmpty() ? "" : " '" + id + "'");
    }
}
