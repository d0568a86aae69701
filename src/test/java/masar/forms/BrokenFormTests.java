package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import masar.forms.FormProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenFormTests {

    private static final String CHOICES = "list_name | name | label \n yesno | yes | Yes \n yesno | no | No";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UNKNOWN_TYPE; 2; A; txet | a | A",
                "UNSUPPORTED_TYPE; 2; A; select_one_from_file places.csv | a | A",
                "UNKNOWN_LIST; 2; A; select_one colours | a | A",
                "DUPLICATE_NAME; 3; B; text | a | A ~ integer | a | B",
                "UNBALANCED_GROUP; 2; A; begin group | g | G ~ text | a | A",
                "UNBALANCED_GROUP; 3; A; text | a | A ~ end_repeat",
                "BAD_NAME; 2; B; text | first name | A",
                "MISSING_NAME; 2; B; text | | A",
                "MISSING_LABEL; 2; C; text | a",
                "MISSING_TYPE; 2; A; | a | A",
                "UNKNOWN_REFERENCE; 2; D; text | a | A | ${nobody} = 1",
                "BAD_EXPRESSION; 2; D; text | a | A | 1 +* 2",
                "MISSING_CALCULATION; 2; E; calculate | a",
                "BAD_PARAMETERS; 2; F; range | a | A"
            })
    void aMistakeInTheSurveyIsToldWithItsPlace(Kind kind, int row, String column, String rows) {
        String heads = "type | name | label | relevant | calculation | parameters \n ";
        FormReading reading = Workbooks.reading(heads + rows.replace('~', '\n'), CHOICES);

        assertThat(reading.errors())
                .anySatisfy(problem -> assertThat(problem)
                        .extracting(FormProblem::kind, FormProblem::sheet, FormProblem::row, FormProblem::column)
                        .containsExactly(kind, "survey", row, column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BAD_CHOICE_CODE; 2; B; colour | dark red | Dark red",
                "DUPLICATE_CHOICE; 3; B; colour | red | Red ~ colour | red | Rouge",
                "MISSING_LABEL; 2; C; colour | red",
                "MISSING_LIST_NAME; 2; A; | red | Red"
            })
    void aMistakeInTheChoicesIsToldWithItsPlace(Kind kind, int row, String column, String rows) {
        FormReading reading = Workbooks.reading(
                "type | name | label \n text | a | A", "list name | name | label \n" + rows.replace('~', '\n'));

        assertThat(reading.errors())
                .extracting(FormProblem::kind, FormProblem::sheet, FormProblem::row, FormProblem::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, "choices", row, column));
    }

    @Test
    void aChoiceWithoutArabicLabelIsWarnedOf() {
        FormReading reading = Workbooks.reading(
                "type | name | label::Arabic (ar) | label::English (en) \n select_one yesno | a | هل؟ | Is it?",
                "list_name | name | label::Arabic (ar) | label::English (en) \n yesno | yes | | Yes");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings())
                .containsExactly(new FormProblem(Kind.MISSING_TRANSLATION, "choices", 2, "C", "label::Arabic (ar)"));
    }

    @Test
    void everyMistakeIsToldNotOnlyTheFirst() {
        FormReading reading = Workbooks.reading(
                "type | name | label \n txet | a | A \n text | 1b | B \n select_one x | c | C", CHOICES);

        assertThat(reading.errors())
                .extracting(FormProblem::kind)
                .containsExactly(Kind.UNKNOWN_TYPE, Kind.BAD_NAME, Kind.UNKNOWN_LIST);
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        assertThat(reasonFor(new byte[0])).isEqualTo("EMPTY");
        assertThat(reasonFor("type,name".getBytes(StandardCharsets.UTF_8))).isEqualTo("NOT_XLSX");
        assertThat(reasonFor(zip("hello.txt", "hello".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("NOT_XLSX");
        assertThat(reasonFor(zip("xl/workbook.xml", "<workbook".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("DAMAGED");
        byte[] whole = Workbooks.of(Map.of("survey", "type | name"));
        assertThat(reasonFor(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("DAMAGED");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefusedBeforeItIsRead() throws IOException {
        byte[] bomb = zip("xl/media/picture.png", new byte[Spreadsheet.MAX_UNPACKED_BYTES + 1]);

        assertThat(bomb.length).isLessThan(Spreadsheet.MAX_FILE_BYTES);
        assertThat(reasonFor(bomb)).isEqualTo("TOO_LARGE");
        assertThat(reasonFor(new byte[Spreadsheet.MAX_FILE_BYTES + 1])).isEqualTo("TOO_LARGE");
    }

    @Test
    void aWorkbookThatDeclaresEntitiesIsRefused() throws IOException {
        String part = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><workbook/>";

        assertThat(reasonFor(zip("xl/workbook.xml", part.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("UNSAFE");
    }

    @Test
    void groupsInsideEachOtherWithoutEndAreRefusedBeforeTheyExhaustAnything() {
        var survey = new StringBuilder("type | name | label\n");
        for (int i = 0; i < 5_000; i++) {
            survey.append("begin group | g").append(i).append(" | G\n");
        }
        survey.append("text | a | A\n").append("end group\n".repeat(5_000));

        assertThat(Workbooks.reading(survey.toString(), CHOICES).errors().getFirst())
                .isEqualTo(new FormProblem(Kind.TOO_DEEP, "survey", 22, "A", "g20"));
    }

    @Test
    void aCellFarBeyondTheLastColumnIsRefusedBeforeMemoryIsReservedForIt() throws IOException {
        var parts = new java.io.ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(
                        new java.io.ByteArrayInputStream(Workbooks.resource("/forms/pyxform/text_and_integer.xlsx")));
                var out = new ZipOutputStream(parts)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                out.write(text.replace("r=\"A2\"", "r=\"ZZZZZZ2\"").getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(reasonFor(parts.toByteArray())).isEqualTo("UNSAFE");
    }

    @Test
    void aFileDamagedAnywhereIsReadOrRefusedButNeverBreaksTheReader() {
        byte[] whole = Workbooks.resource("/forms/pyxform/choice_filter_test.xlsx");
        var random = new java.util.Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 1 + round % 5; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(XlsForm.read(damaged, "x")).isNotNull();
        }
    }

    private static String reasonFor(byte[] file) {
        FormProblem problem = XlsForm.read(file, "x").errors().getFirst();
        assertThat(problem.kind()).isEqualTo(Kind.FILE_UNREADABLE);
        return problem.detail();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
