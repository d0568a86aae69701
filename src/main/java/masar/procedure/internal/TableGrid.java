package masar.procedure.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import masar.country.PackElement;
import masar.country.PackFile;
import org.jspecify.annotations.Nullable;

/** The rows and columns of a decision table, read for counting: which values each input may take, what each rule says. */
record TableGrid(PackFile file, int line, String policy, List<Column> columns, List<String> outputs, List<Row> rows) {

    /**
     * @param label what its author asks in words
     * @param values one for every region in which the rules do not differ; null stands for "not known"
     */
    record Column(String name, String label, List<@Nullable Object> values) {}

    /** A rule; entries and outputs as they are written. */
    record Row(String id, int line, List<Cell> cells, List<String> entries, List<String> outputs) {}

    static TableGrid of(PackFile file, List<PackElement> elements) {
        return new Reading(file, elements).grid();
    }

    /** Puts a table together from its elements. */
    private record Reading(PackFile file, List<PackElement> elements) {

        private TableGrid grid() {
            List<Integer> inputs = places(element -> element.name().equals("input"));
            List<Row> rows = places(element -> element.name().equals("rule")).stream()
                    .map(place -> row(place, inputs.size()))
                    .toList();
            List<Column> columns = IntStream.range(0, inputs.size())
                    .mapToObj(number -> column(
                            inputs.get(number),
                            rows.stream().map(row -> row.cells().get(number)).toList()))
                    .toList();
            PackElement table = elements.get(
                    places(element -> element.name().equals("decisionTable")).getFirst());
            return new TableGrid(file, table.line(), table.attribute("hitPolicy"), columns, outputs(), rows);
        }

        private List<String> outputs() {
            return elements.stream()
                    .filter(element -> element.name().equals("output"))
                    .map(element -> label(element, element.attribute("name")))
                    .toList();
        }

        private static String label(PackElement element, String otherwise) {
            return element.attribute("label").isEmpty() ? otherwise : element.attribute("label");
        }

        private List<Integer> places(Predicate<PackElement> wanted) {
            return IntStream.range(0, elements.size())
                    .filter(place -> wanted.test(elements.get(place)))
                    .boxed()
                    .toList();
        }

        /** The texts written in the children of this name. */
        private List<PackElement> texts(int parent, String name) {
            return places(element -> element.name().equals("text")
                            && elements.get(element.parent()).name().equals(name)
                            && elements.get(element.parent()).parent() == parent)
                    .stream()
                    .map(elements::get)
                    .toList();
        }

        private Row row(int place, int inputs) {
            PackElement rule = elements.get(place);
            List<Cell> cells = new ArrayList<>();
            for (PackElement text : texts(place, "inputEntry")) {
                cells.add(
                        Cell.of(text.text())
                                .orElseThrow(
                                        () -> file.problem(
                                                text.line(),
                                                "'" + text.text()
                                                        + "' cannot be checked for gaps: write values, comparisons, ranges or not(…)")));
            }
            if (cells.size() != inputs) {
                throw file.problem(
                        rule.line(),
                        "rule '" + rule.attribute("id") + "' has " + cells.size() + " entries for " + inputs
                                + " inputs");
            }
            List<String> outputs =
                    texts(place, "outputEntry").stream().map(PackElement::text).toList();
            return new Row(
                    rule.attribute("id"),
                    rule.line(),
                    cells,
                    texts(place, "inputEntry").stream().map(PackElement::text).toList(),
                    outputs);
        }

        private Column column(int place, List<Cell> cells) {
            PackElement text = texts(place, "inputExpression").getFirst();
            String name = text.text();
            String type = elements.get(text.parent()).attribute("typeRef").toLowerCase(Locale.ROOT);
            Set<@Nullable Object> values = new LinkedHashSet<>(
                    switch (type) {
                        case "boolean" -> List.<Object>of(true, false);
                        case "string" -> texts(place, name, cells);
                        case "number", "double" -> numbers(cells, false);
                        case "integer", "long" -> numbers(cells, true);
                        default ->
                            throw file.problem(
                                    text.line(),
                                    "input '" + name + "' has type '" + type
                                            + "'; use boolean, string, integer or number");
                    });
            if (cells.stream().anyMatch(Cell::namesNull)) {
                values.add(null);
            }
            return new Column(name, label(elements.get(place), name), new ArrayList<>(values));
        }

        /** The values an input of texts says it may have; a rule may name no other. */
        private List<Object> texts(int place, String name, List<Cell> cells) {
            List<PackElement> listed = texts(place, "inputValues");
            if (listed.isEmpty()) {
                throw file.problem(
                        elements.get(place).line(),
                        "input '" + name + "' must list its values (inputValues), so that gaps can be found");
            }
            Set<String> known =
                    Cell.of(listed.getFirst().text()).map(Cell::texts).orElse(Set.of());
            for (Cell cell : cells) {
                for (String named : cell.texts()) {
                    if (!known.contains(named)) {
                        throw file.problem(
                                listed.getFirst().line(),
                                "a rule asks whether " + name + " is \"" + named + "\", which is none of its values");
                    }
                }
            }
            return new ArrayList<>(known);
        }

        private static List<Object> numbers(List<Cell> cells, boolean whole) {
            TreeSet<BigDecimal> borders = new TreeSet<>();
            cells.forEach(cell -> borders.addAll(cell.borders()));
            TreeSet<BigDecimal> values = new TreeSet<>(borders);
            values.add(borders.isEmpty() ? BigDecimal.ZERO : borders.first().subtract(BigDecimal.ONE));
            for (BigDecimal border : borders) {
                BigDecimal next = borders.higher(border);
                if (whole || next == null) {
                    values.add(border.add(BigDecimal.ONE));
                    values.add(border.subtract(BigDecimal.ONE));
                } else {
                    values.add(border.add(next).divide(BigDecimal.TWO));
                }
            }
            return new ArrayList<>(values);
        }
    }
}
