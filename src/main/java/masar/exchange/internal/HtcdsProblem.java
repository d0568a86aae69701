package masar.exchange.internal;

import java.util.Locale;
import masar.forms.Spreadsheet;

/**
 * Something to know about a file of cases, told with its place and never with a person's value.
 *
 * @param sheet empty when the whole file is meant
 * @param row counted from 1; 0 when no single row is meant
 * @param column letters; empty when no single column is meant
 * @param field the code of the field; empty when none is known
 */
public record HtcdsProblem(Kind kind, String sheet, int row, String column, String field) {

    /** What there is to know. Notes do not hinder an import; all others hold back their row, or the whole file. */
    public enum Kind {
        FILE_UNREADABLE,
        EMPTY_FILE,
        MISSING_HEADER_ROW,
        UNKNOWN_COLUMN,
        DUPLICATE_COLUMN,
        MERGED_CELLS,
        UNKNOWN_CODE,
        BAD_DATE,
        IMPOSSIBLE_DATE,
        BAD_CITIZENSHIP,
        BAD_PHONE,
        BAD_EMAIL,
        BAD_BOOLEAN,
        SEVERAL_VALUES,
        TOO_LONG,
        FORMULA,
        /** A note: another sheet has content, which was not read. */
        EXTRA_SHEET,
        /** A note: a label, or a code in other case, stood where the code belongs. */
        LABEL_FOR_CODE,
        /** A note: the template's labels of the mailing address contradict its codes; the codes were followed. */
        MAILING_LABELS;

        public boolean isNote() {
            return compareTo(EXTRA_SHEET) >= 0;
        }
    }

    static HtcdsProblem of(Kind kind, String sheet, Spreadsheet.Cell cell, HtcdsField field) {
        return new HtcdsProblem(kind, sheet, cell.row(), cell.columnLetters(), field.code());
    }

    /** The key of the message, whose arguments are sheet, row, column and field. */
    public String key() {
        return "exchange.htcds." + kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
