package masar.forms;

import java.util.List;
import masar.forms.FormProblem.Kind;
import masar.forms.internal.XlsFormReader;

/** Reads forms written as XLSForm (https://xlsform.org) in an {@code .xlsx} file, unchanged. */
public final class XlsForm {

    private XlsForm() {}

    /**
     * Reads a form and checks all of it: structure, names, lists, references, and the syntax of each expression.
     *
     * @param file the bytes of the {@code .xlsx}
     * @param fallbackId the form's id and title when its settings give none, usually the file's name without ending
     */
    public static FormReading read(byte[] file, String fallbackId) {
        try {
            return XlsFormReader.read(Spreadsheet.read(file), fallbackId);
        } catch (SpreadsheetUnreadable unreadable) {
            String reason = unreadable.reason().name();
            return new FormReading(null, List.of(new FormProblem(Kind.FILE_UNREADABLE, "", 0, "", reason)));
        }
    }
}
