package masar.procedure.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import masar.country.PackElement;
import masar.country.PackFile;
import masar.country.PackProblem;
import masar.procedure.TableCard;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * A decision table of a pack as it was checked: one decision, one table, FEEL only, every rule with an id and a
 * description, every question answered. Whatever could run code is refused before the engine sees the file.
 */
record DecisionTable(String key, String name, Set<String> inputs, Map<String, String> rules, TableGrid grid) {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String DMN_FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";
    private static final Set<String> POLICIES = Set.of("UNIQUE", "ANY", "FIRST");
    private static final Set<String> ALLOWED = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "description",
            "input",
            "inputValues",
            "inputExpression",
            "inputEntry",
            "output",
            "outputValues",
            "outputEntry",
            "rule",
            "text");

    /** What modellers add to remember where they drew a thing; it decides nothing. */
    private static final Set<String> LAYOUT = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://camunda.org/schema/modeler/1.0");

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** Reads and checks a table. Throws {@link PackProblem} for anything that is not a plain FEEL table. */
    static DecisionTable read(PackFile file) {
        List<PackElement> elements = file.elements();
        Set<String> inputs = new LinkedHashSet<>();
        Map<String, String> rules = new LinkedHashMap<>();
        for (PackElement element : elements) {
            checkElement(file, element);
            switch (element.name()) {
                case "decision" -> checkDecision(file, element);
                case "decisionTable" -> checkTable(file, element);
                case "rule" -> putRule(file, rules, element);
                case "description" -> putDescription(rules, elements, element);
                case "text" -> checkExpression(file, inputs, elements.get(element.parent()), element);
                default -> {}
            }
        }
        checkDescribed(file, elements, rules);
        if (inputs.isEmpty() || rules.isEmpty()) {
            throw file.problem(0, "a decision table needs inputs and rules");
        }
        TableGrid grid = TableGrid.of(file, elements);
        TableGaps.check(grid);
        return new DecisionTable(file.stem(), name(elements), Set.copyOf(inputs), rules, grid);
    }

    private static String name(List<PackElement> elements) {
        return elements.stream()
                .filter(element -> element.name().equals("decision"))
                .map(element -> element.attribute("name"))
                .findFirst()
                .orElse("");
    }

    /** The table in words. */
    TableCard card() {
        return new TableCard(
                key,
                name,
                grid.policy().toLowerCase(Locale.ROOT),
                grid.columns().stream().map(TableGrid.Column::label).toList(),
                grid.outputs(),
                grid.rows().stream()
                        .map(row -> new TableCard.Rule(
                                row.id(), row.entries(), row.outputs(), rules.getOrDefault(row.id(), "")))
                        .toList());
    }

    private static void checkElement(PackFile file, PackElement element) {
        boolean plain = element.namespace().equals(DMN) && ALLOWED.contains(element.name());
        if (!plain && !LAYOUT.contains(element.namespace())) {
            throw file.problem(element.line(), "element <" + element.name() + "> is not allowed in a decision table");
        }
        String language = element.attribute("expressionLanguage");
        if (!language.isEmpty()
                && !language.equals(DMN_FEEL)
                && !language.toLowerCase(Locale.ROOT).equals("feel")) {
            throw file.problem(element.line(), "expression language '" + language + "' is not allowed, only FEEL is");
        }
        for (String attribute : element.attributes().keySet()) {
            if (attribute.startsWith("{") && !LAYOUT.contains(attribute.substring(1, attribute.indexOf('}')))) {
                throw file.problem(element.line(), "attribute " + attribute + " is not allowed");
            }
        }
    }

    private static void checkDecision(PackFile file, PackElement decision) {
        if (!decision.attribute("id").equals(file.stem())) {
            throw file.problem(decision.line(), "the decision's id must be the file's name, " + file.stem());
        }
    }

    private static void checkTable(PackFile file, PackElement table) {
        if (!POLICIES.contains(table.attribute("hitPolicy"))) {
            throw file.problem(table.line(), "hit policy must be UNIQUE, ANY or FIRST");
        }
    }

    private static void putRule(PackFile file, Map<String, String> rules, PackElement rule) {
        if (rule.attribute("id").isBlank() || rules.put(rule.attribute("id"), "") != null) {
            throw file.problem(rule.line(), "every rule needs an id of its own");
        }
    }

    private static void putDescription(Map<String, String> rules, List<PackElement> elements, PackElement text) {
        rules.computeIfPresent(elements.get(text.parent()).attribute("id"), (id, before) -> text.text());
    }

    private static void checkDescribed(PackFile file, List<PackElement> elements, Map<String, String> rules) {
        for (PackElement element : elements) {
            if (element.name().equals("rule")
                    && rules.getOrDefault(element.attribute("id"), "").isBlank()) {
                throw file.problem(element.line(), "every rule needs a description with its source");
            }
        }
    }

    private static void checkExpression(PackFile file, Set<String> inputs, PackElement owner, PackElement element) {
        String text = element.text();
        if (text.contains("${") || text.contains("#{")) {
            throw file.problem(element.line(), "'" + text + "' is JUEL; only FEEL is allowed");
        }
        if (text.contains("external") || text.contains("function")) {
            throw file.problem(element.line(), "functions of one's own are not allowed");
        }
        if (owner.name().equals("inputExpression")) {
            if (!text.matches("[A-Za-z][A-Za-z0-9]*")) {
                throw file.problem(element.line(), "an input must be one plain name, found '" + text + "'");
            }
            inputs.add(text);
        } else if (!text.isEmpty()) {
            boolean test = !owner.name().equals("outputEntry");
            ParseResult parsed = test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
            if (parsed.isFailure()) {
                throw file.problem(element.line(), "'" + text + "' is not FEEL: " + firstLine(parsed));
            }
        }
    }

    private static String firstLine(ParseResult parsed) {
        return parsed.failure().message().lines().findFirst().orElse("cannot be read");
    }
}
