package masar.forms;

import java.util.List;
import java.util.Locale;
import masar.shared.Refused;

/** A file that is not a spreadsheet we dare to open. Its key is {@code forms.refused.spreadsheet.} and the reason. */
public final class SpreadsheetUnreadable extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why the file was not opened. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** Neither a zip archive nor a workbook inside one. */
        NOT_XLSX,
        /** The binary format of before 2007, or a workbook locked with a password. */
        OLD_OR_LOCKED,
        /** Too many bytes, packed or unpacked, or too many rows, cells or parts. */
        TOO_LARGE,
        /** A part that no spreadsheet program writes: a document type declaration, a cell beyond the last column. */
        UNSAFE,
        /** A workbook that breaks off or contradicts itself. */
        DAMAGED
    }

    private final Reason reason;

    public SpreadsheetUnreadable(Reason reason) {
        super(
                "forms.refused.spreadsheet."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '.'),
                List.of());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
