package masar.exchange.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import masar.exchange.internal.HtcdsProblem.Kind;
import masar.forms.Spreadsheet;
import masar.forms.Spreadsheet.Cell;
import masar.forms.Spreadsheet.Row;
import masar.forms.Spreadsheet.Sheet;
import masar.forms.SpreadsheetUnreadable;

/** Reads a filled "HTCDS Excel Spreadsheet v2.0.xlsx". */
public final class HtcdsSheet {

    private final HtcdsCodes codes = HtcdsCodes.load();
    private final InstantSource clock;
    private final ZoneId zone;

    /** A reader; the clock and the zone tell what lies in the future. */
    public HtcdsSheet(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Reads the first sheet. Never throws for what a file holds; rows that hold only their number are passed over. */
    public HtcdsReading read(byte[] file) {
        try {
            return read(Spreadsheet.read(file));
        } catch (SpreadsheetUnreadable unreadable) {
            return wrong(new HtcdsProblem(
                    Kind.FILE_UNREADABLE, "", 0, "", unreadable.reason().name()));
        }
    }

    private HtcdsReading read(Spreadsheet file) {
        if (file.sheets().isEmpty() || file.sheets().getFirst().rows().isEmpty()) {
            return wrong(new HtcdsProblem(Kind.EMPTY_FILE, "", 0, "", ""));
        }
        Sheet sheet = file.sheets().getFirst();
        var problems = new ArrayList<HtcdsProblem>();
        file.sheets().stream()
                .skip(1)
                .filter(other -> !other.rows().isEmpty())
                .forEach(other -> problems.add(new HtcdsProblem(Kind.EXTRA_SHEET, other.name(), 0, "", "")));
        file.mergedRanges().forEach(range -> problems.add(merged(sheet, range)));
        var columns = new HtcdsColumns(sheet, problems);
        Map<Integer, HtcdsField> fields = columns.find();
        if (problems.stream().anyMatch(problem -> !problem.kind().isNote())) {
            return new HtcdsReading(List.of(), List.of(), problems);
        }
        return rows(sheet, fields, columns.firstCase(), problems);
    }

    private HtcdsReading rows(
            Sheet sheet, Map<Integer, HtcdsField> fields, int firstCase, List<HtcdsProblem> problems) {
        var records = new ArrayList<HtcdsRecord>();
        var refused = new ArrayList<Integer>();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        for (Row row : sheet.rows()) {
            if (row.number() < firstCase) {
                continue;
            }
            var found = new ArrayList<HtcdsProblem>();
            HtcdsRecord read = row(sheet, row, fields, today, found);
            problems.addAll(found);
            if (found.stream().anyMatch(problem -> !problem.kind().isNote())) {
                refused.add(row.number());
            } else if (!read.values().isEmpty()) {
                records.add(read);
            }
        }
        if (records.isEmpty() && refused.isEmpty()) {
            problems.add(new HtcdsProblem(Kind.EMPTY_FILE, sheet.name(), 0, "", ""));
        }
        return new HtcdsReading(records, refused, problems);
    }

    private HtcdsRecord row(
            Sheet sheet, Row row, Map<Integer, HtcdsField> fields, LocalDate today, List<HtcdsProblem> problems) {
        var values = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        fields.forEach((column, field) -> row.cell(column).ifPresent(cell -> {
            var reader = new HtcdsCell(
                    codes, today, field, cell, kind -> problems.add(HtcdsProblem.of(kind, sheet.name(), cell, field)));
            values.put(field, reader.values());
        }));
        var read = new HtcdsRecord(row.number(), values);
        refuseBeforeBirth(sheet, row, fields, read, problems);
        return read;
    }

    private static void refuseBeforeBirth(
            Sheet sheet, Row row, Map<Integer, HtcdsField> fields, HtcdsRecord read, List<HtcdsProblem> problems) {
        String birth = read.value(HtcdsField.BIRTHDATE).orElse("");
        fields.forEach((column, field) -> {
            boolean date = field.kind() == HtcdsField.Kind.DATE;
            if (date
                    && read.value(field).filter(day -> day.compareTo(birth) < 0).isPresent()) {
                Cell cell = row.cell(column).orElseThrow();
                problems.add(HtcdsProblem.of(Kind.IMPOSSIBLE_DATE, sheet.name(), cell, field));
            }
        });
    }

    private static HtcdsProblem merged(Sheet sheet, String range) {
        String letters = range.replaceFirst("[^A-Z].*", "");
        String digits = range.replaceFirst(":.*", "").replaceAll("\\D", "");
        int row = digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
        return new HtcdsProblem(Kind.MERGED_CELLS, sheet.name(), row, letters, "");
    }

    private static HtcdsReading wrong(HtcdsProblem problem) {
        return new HtcdsReading(List.of(), List.of(), List.of(problem));
    }
}
