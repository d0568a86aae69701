package masar.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.forms.internal.SpreadsheetReader;

/**
 * What an {@code .xlsx} file holds, each cell with its place, so that a problem can be told as "sheet, row, column".
 * Only cells with content are kept; formulas are not evaluated. Cells may hold personal data and hide it in
 * {@code toString}.
 *
 * @param sheets all sheets in the order of the file, hidden ones included
 * @param mergedRanges references of merged cells anywhere in the file, for example {@code A1:B2}
 */
public record Spreadsheet(List<Sheet> sheets, List<String> mergedRanges) {

    /** Largest file accepted, in bytes as stored. */
    public static final int MAX_FILE_BYTES = 10 * 1024 * 1024;

    /** Largest sum of all parts, in bytes after unpacking. */
    public static final int MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

    /** Most rows with content in one sheet. */
    public static final int MAX_ROWS = 20_000;

    /** Most cells with content in the file. */
    public static final int MAX_CELLS = 1_000_000;

    public Spreadsheet {
        sheets = List.copyOf(sheets);
        mergedRanges = List.copyOf(mergedRanges);
    }

    /** Reads a workbook. Throws {@link SpreadsheetUnreadable} for anything that is not one or exceeds the limits. */
    public static Spreadsheet read(byte[] file) {
        return SpreadsheetReader.read(file);
    }

    /** The sheet of this name, whatever its case. */
    public Optional<Sheet> sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().strip().equalsIgnoreCase(name))
                .findFirst();
    }

    /** One sheet; only rows with content. */
    public record Sheet(String name, boolean hidden, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }

        /** The row with this number, counted from 1 as spreadsheet programs show it. */
        public Optional<Row> row(int number) {
            return rows.stream().filter(row -> row.number() == number).findFirst();
        }
    }

    /** One row. Cells by column, counted from 0 (column A). */
    public record Row(int number, Map<Integer, Cell> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell of the column, counted from 0, or empty. */
        public Optional<Cell> cell(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /** What the program stored in a cell. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number shown as a date: its text is ISO 8601, a date alone or a date and time. */
        DATE,
        /** Its text is {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** Its text is the result the program last stored, as it stands. */
        FORMULA,
        ERROR
    }

    /**
     * One cell with content.
     *
     * @param row counted from 1
     * @param column counted from 0
     * @param text the content; numbers without exponent or needless zeros
     */
    public record Cell(int row, int column, Kind kind, String text) {

        /** The column as spreadsheet programs show it: A, B … Z, AA. */
        public String columnLetters() {
            return Spreadsheet.letters(column);
        }

        @Override
        public String toString() {
            return columnLetters() + row + "[" + kind + " hidden]";
        }
    }

    /** The letters of a column counted from 0. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
