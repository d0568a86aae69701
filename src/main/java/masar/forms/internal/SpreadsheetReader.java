package masar.forms.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import masar.forms.Spreadsheet;
import masar.forms.Spreadsheet.Kind;
import masar.forms.SpreadsheetUnreadable;
import masar.forms.SpreadsheetUnreadable.Reason;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads a workbook through fastexcel, within limits. */
public final class SpreadsheetReader {

    private int cells;

    private SpreadsheetReader() {}

    /** See {@link Spreadsheet#read}. */
    public static Spreadsheet read(byte[] file) {
        List<String> merged = ArchiveGuard.inspect(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var reader = new SpreadsheetReader();
            var sheets = new ArrayList<Spreadsheet.Sheet>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
                sheets.add(new Spreadsheet.Sheet(sheet.getName(), hidden, reader.rows(sheet)));
            }
            return new Spreadsheet(sheets, merged);
        } catch (SpreadsheetUnreadable refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new SpreadsheetUnreadable(Reason.DAMAGED);
        }
    }

    private List<Spreadsheet.Row> rows(Sheet sheet) throws IOException {
        var rows = new ArrayList<Spreadsheet.Row>();
        try (var stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                Map<Integer, Spreadsheet.Cell> content = cells(row);
                if (!content.isEmpty()) {
                    rows.add(new Spreadsheet.Row(row.getRowNum(), content));
                }
                if (rows.size() > Spreadsheet.MAX_ROWS || cells > Spreadsheet.MAX_CELLS) {
                    throw new SpreadsheetUnreadable(Reason.TOO_LARGE);
                }
            }
        }
        return rows;
    }

    private Map<Integer, Spreadsheet.Cell> cells(Row row) {
        var content = new HashMap<Integer, Spreadsheet.Cell>();
        for (var cell : row) {
            if (cell != null) {
                cell(cell, row.getRowNum()).ifPresent(found -> content.put(found.column(), found));
            }
        }
        cells += content.size();
        return content;
    }

    private static Optional<Spreadsheet.Cell> cell(org.dhatim.fastexcel.reader.Cell cell, int row) {
        Kind kind = kind(cell);
        String text = kind == null ? "" : text(cell, kind);
        if (kind == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Spreadsheet.Cell(row, cell.getColumnIndex(), kind, text));
    }

    private static @Nullable Kind kind(org.dhatim.fastexcel.reader.Cell cell) {
        CellType type = cell.getType();
        if (cell.getFormula() != null || type == CellType.FORMULA) {
            return Kind.FORMULA;
        }
        return switch (type) {
            case NUMBER -> isDate(cell) ? Kind.DATE : Kind.NUMBER;
            case STRING -> Kind.TEXT;
            case BOOLEAN -> Kind.BOOLEAN;
            case ERROR -> Kind.ERROR;
            default -> null;
        };
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell, Kind kind) {
        return switch (kind) {
            case TEXT -> cell.asString();
            case NUMBER -> plain(cell.asNumber());
            case DATE -> iso(cell.asDate());
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case FORMULA -> cell.getRawValue() == null ? "=" : cell.getRawValue();
            case ERROR -> "#";
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String iso(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** The format, not the number, says that a cell is a date; Excel's built-in date formats have fixed numbers. */
    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|general", "")
                        .matches(".*[ydmh].*");
    }
}
