package masar.country.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import masar.country.PackFile;
import masar.country.PackRow;

/** Reads CSV with a header line as rows that know their line. */
public final class CsvReading {

    private CsvReading() {}

    public static List<PackRow> read(PackFile file, List<String> columns) {
        List<CsvRecord> records = records(file);
        if (records.isEmpty()) {
            throw file.problem(0, "the file is empty");
        }
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        checkHeader(file, header, columns);
        List<PackRow> rows = new ArrayList<>();
        records.stream().skip(1).forEach(record -> rows.add(row(file, header, record)));
        return rows;
    }

    private static List<CsvRecord> records(PackFile file) {
        CsvReader.CsvReaderBuilder reading = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reading.ofCsvRecord(file.text())) {
            reader.forEach(records::add);
            return records;
        } catch (CsvParseException broken) {
            int last = records.isEmpty() ? 0 : line(records.getLast());
            throw file.problem(last + 1, "not valid CSV: " + broken.getMessage());
        } catch (java.io.IOException unreadable) {
            throw file.problem(0, "cannot be read");
        }
    }

    private static void checkHeader(PackFile file, List<String> header, List<String> columns) {
        if (new HashSet<>(header).size() < header.size()) {
            throw file.problem(1, "a column stands in the header twice");
        }
        for (String column : columns) {
            if (!header.contains(column)) {
                throw file.problem(1, "column '" + column + "' is missing");
            }
        }
    }

    private static PackRow row(PackFile file, List<String> header, CsvRecord record) {
        if (record.getFieldCount() != header.size()) {
            throw file.problem(line(record), "expected " + header.size() + " columns, found " + record.getFieldCount());
        }
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            values.put(header.get(column), record.getField(column).strip());
        }
        return new PackRow(file, line(record), values);
    }

    private static int line(CsvRecord record) {
        return Math.toIntExact(record.getStartingLineNumber());
    }
}
