package masar.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;

/** Workbooks for tests: from a picture of their rows, or from the resources. */
public final class Workbooks {

    private Workbooks() {}

    /** A workbook of sheets; rows are lines, cells are parted by {@code |}, blanks around cells are dropped. */
    public static byte[] of(Map<String, String> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Masar", "1.0")) {
            sheets.forEach((name, picture) -> {
                var sheet = workbook.newWorksheet(name);
                String[] rows = picture.strip().split("\n");
                for (int row = 0; row < rows.length; row++) {
                    String[] cells = rows[row].split("\\|");
                    for (int column = 0; column < cells.length; column++) {
                        if (!cells[column].isBlank()) {
                            sheet.value(row, column, cells[column].strip());
                        }
                    }
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** A form with a survey only. */
    public static FormDefinition form(String survey) {
        return form(survey, "list_name | name | label");
    }

    /** A form with a survey and choices. */
    public static FormDefinition form(String survey, String choices) {
        return reading(survey, choices).form();
    }

    public static FormReading reading(String survey, String choices) {
        return XlsForm.read(of(Map.of("survey", survey, "choices", choices)), "interview");
    }

    public static byte[] resource(String path) {
        try (InputStream stream = Workbooks.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(stream, path).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
