package masar.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes cases into the columns of the published HTCDS 2.0 spreadsheet, whose two rows of heads it reproduces. */
public final class HtcdsWriter {

    private static final int CODES = 0;
    private static final int LABELS = 1;
    private static final int FIRST_CASE = 2;

    private HtcdsWriter() {}

    /** The workbook. Several values are parted by semicolon; text that looks like a formula is guarded. */
    public static byte[] write(List<HtcdsRecord> records) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Masar", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (HtcdsField field : HtcdsField.values()) {
                if (!field.publishedCode().isEmpty()) {
                    sheet.value(CODES, field.column(), field.publishedCode());
                }
                sheet.value(LABELS, field.column(), field.publishedLabel());
            }
            for (int i = 0; i < records.size(); i++) {
                write(sheet, FIRST_CASE + i, records.get(i));
                sheet.value(FIRST_CASE + i, 0, i + 1);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, HtcdsRecord values) {
        values.values().forEach((field, given) -> write(sheet, row, field, given));
    }

    private static void write(Worksheet sheet, int row, HtcdsField field, List<String> given) {
        String first = given.getFirst();
        switch (field.kind()) {
            case DATE -> {
                sheet.value(row, field.column(), LocalDate.parse(first));
                sheet.style(row, field.column()).format("yyyy-mm-dd").set();
            }
            case BOOLEAN -> sheet.value(row, field.column(), first.equals("TRUE"));
            case PHONE -> {
                boolean harmless = first.matches("\\+?[0-9]+");
                sheet.value(row, field.column(), harmless ? first : FormulaGuard.guard(first));
            }
            case TEXT, LONG_TEXT, CODE, CODES, CITIZENSHIP, EMAIL ->
                sheet.value(row, field.column(), FormulaGuard.guard(String.join(";", given)));
        }
    }
}
