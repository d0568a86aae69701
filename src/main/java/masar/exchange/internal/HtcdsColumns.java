package masar.exchange.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import masar.exchange.internal.HtcdsProblem.Kind;
import masar.forms.Spreadsheet;
import masar.forms.Spreadsheet.Cell;
import masar.forms.Spreadsheet.Row;
import masar.forms.Spreadsheet.Sheet;

/** Which column holds which field, judged by the codes in row 1 and, for the one column without code, by its label. */
final class HtcdsColumns {

    /** So many known heads make a row a row of heads. */
    private static final int ENOUGH = 3;

    private final Sheet sheet;
    private final List<HtcdsProblem> problems;
    private final Map<Integer, HtcdsField> fields = new TreeMap<>();
    private final Set<HtcdsField> seen = EnumSet.noneOf(HtcdsField.class);
    private final Map<Integer, String> labels = new HashMap<>();

    HtcdsColumns(Sheet sheet, List<HtcdsProblem> problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /** The fields by column; empty when the sheet has no row of codes. */
    Map<Integer, HtcdsField> find() {
        Map<Integer, Cell> codes = sheet.row(1).map(Row::cells).orElse(Map.of());
        long known = codes.values().stream()
                .filter(cell -> HtcdsField.ofHead(cell.text()).isPresent())
                .count();
        if (known < ENOUGH) {
            problems.add(new HtcdsProblem(Kind.MISSING_HEADER_ROW, sheet.name(), 1, "", ""));
            return Map.of();
        }
        readLabels();
        new TreeMap<>(codes).forEach((column, cell) -> place(column, HtcdsField.ofHead(cell.text())));
        placeByLabel(codes);
        columnsWithoutHead(codes);
        noteMailingLabels();
        return fields;
    }

    /** The first row of cases: 3 where row 2 holds labels, as published, else 2. */
    int firstCase() {
        return labels.isEmpty() ? 2 : 3;
    }

    private void readLabels() {
        Map<Integer, Cell> second = sheet.row(2).map(Row::cells).orElse(Map.of());
        var found = new HashMap<Integer, String>();
        second.forEach((column, cell) -> {
            for (HtcdsField field : HtcdsField.values()) {
                if (field.publishedLabel().equalsIgnoreCase(cell.text().strip())) {
                    found.put(column, field.publishedLabel());
                }
            }
        });
        if (found.size() >= ENOUGH) {
            labels.putAll(found);
        }
    }

    private void place(int column, Optional<HtcdsField> field) {
        if (field.isEmpty()) {
            tell(Kind.UNKNOWN_COLUMN, column, "");
        } else if (seen.add(field.get())) {
            fields.put(column, field.get());
        } else {
            tell(Kind.DUPLICATE_COLUMN, column, field.get().code());
        }
    }

    private void placeByLabel(Map<Integer, Cell> codes) {
        HtcdsField nameless = HtcdsField.REASON_FOR_OUTGOING_REFERRAL;
        labels.forEach((column, label) -> {
            if (!codes.containsKey(column) && label.equals(nameless.publishedLabel())) {
                place(column, Optional.of(nameless));
            }
        });
    }

    /** Column A holds the number of the row and needs no head; any other content without head is told. */
    private void columnsWithoutHead(Map<Integer, Cell> codes) {
        sheet.rows().stream()
                .filter(row -> row.number() >= firstCase())
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .sorted()
                .filter(column -> column > 0 && !codes.containsKey(column) && !fields.containsKey(column))
                .forEach(column -> tell(Kind.UNKNOWN_COLUMN, column, ""));
    }

    private void noteMailingLabels() {
        fields.forEach((column, field) -> {
            boolean published = field.publishedLabel().equals(labels.get(column));
            if (field == HtcdsField.MAILING_CITY && published) {
                problems.add(new HtcdsProblem(
                        Kind.MAILING_LABELS, sheet.name(), 2, Spreadsheet.letters(column), field.code()));
            }
        });
    }

    private void tell(Kind kind, int column, String field) {
        problems.add(new HtcdsProblem(kind, sheet.name(), 1, Spreadsheet.letters(column), field));
    }
}
