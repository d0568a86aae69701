package masar.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import masar.exchange.internal.HtcdsProblem.Kind;
import masar.forms.Spreadsheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtcdsSheetTests {

    private static final byte[] TEMPLATE = FilledTemplate.TEMPLATE;

    private final HtcdsSheet reader =
            new HtcdsSheet(InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")), ZoneId.of("Asia/Beirut"));

    @Test
    void twoHundredCasesComeBackFieldByField() {
        List<HtcdsRecord> cases = new InventedCases(7).some(200);

        HtcdsReading reading = reader.read(HtcdsWriter.write(cases));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.records()).isEqualTo(cases);
    }

    @Test
    void whatWeWriteHasTheHeadsOfThePublishedTemplateWithItsQuirks() {
        Spreadsheet.Sheet published = Spreadsheet.read(TEMPLATE).sheets().getFirst();
        Spreadsheet.Sheet ours =
                Spreadsheet.read(HtcdsWriter.write(List.of())).sheets().getFirst();

        assertThat(ours.name()).isEqualTo(published.name());
        assertThat(ours.row(1)).isEqualTo(published.row(1));
        assertThat(ours.row(2)).isEqualTo(published.row(2));
    }

    @Test
    void theEmptyTemplateWithItsThousandNumberedRowsIsEmpty() {
        assertThat(reader.read(TEMPLATE).errors())
                .extracting(HtcdsProblem::kind)
                .containsExactly(Kind.EMPTY_FILE);
    }

    @Test
    void thePublishedTemplateFilledByHandIsRead() throws IOException {
        byte[] filled = FilledTemplate.with(Map.of(
                3,
                Map.of(
                        "D", "أمل",
                        "F", "yes",
                        "G", "1999-05-04",
                        "I", "LB, SY",
                        "M", "+961 3 123 456",
                        "N", "طرابلس",
                        "T", "NGO",
                        "W", "Debt bondage; Restricts movement",
                        "Y", "Agriculture, forestry and fishing",
                        "AJ", "Other"),
                7,
                Map.of("D", "Tsehay", "AK", "45000")));

        HtcdsReading reading = reader.read(filled);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.records()).hasSize(2);
        HtcdsRecord amal = reading.records().getFirst();
        assertThat(amal.row()).isEqualTo(3);
        assertThat(amal.value(HtcdsField.FIRST_NAME)).contains("أمل");
        assertThat(amal.value(HtcdsField.CONSENT)).contains("TRUE");
        assertThat(amal.values(HtcdsField.CITIZENSHIP)).containsExactly("LB", "SY");
        assertThat(amal.value(HtcdsField.MOBILE_PHONE)).contains("+9613123456");
        assertThat(amal.value(HtcdsField.MAILING_CITY)).contains("طرابلس");
        assertThat(amal.value(HtcdsField.TRAFFICKING_STATUS_DECISION_MAKING_ORGANISATION))
                .contains("NGO");
        assertThat(amal.values(HtcdsField.METHODS_OF_CONTROL)).containsExactly("DebtBondage", "RestrictsMovement");
        assertThat(amal.values(HtcdsField.FORCED_LABOUR_INDUSTRY)).containsExactly("A_AgricultureForestryAndFishing");
        assertThat(amal.value(HtcdsField.REASON_FOR_OUTGOING_REFERRAL)).contains("Other");
        assertThat(reading.records().get(1).value(HtcdsField.OUTGOING_REFERRAL_DATE))
                .contains("2023-03-15");
        assertThat(reading.notes())
                .extracting(HtcdsProblem::kind)
                .containsExactly(Kind.MAILING_LABELS, Kind.LABEL_FOR_CODE, Kind.LABEL_FOR_CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN_CODE | prs_Gender | female",
                "UNKNOWN_CODE | vic_MethodsOfControl | PhysicalAbuse; Magic",
                "SEVERAL_VALUES | cas_Status | Active; Closed",
                "BAD_DATE | prs_Birthdate | 2023-02-30",
                "BAD_DATE | prs_Birthdate | 1990",
                "BAD_DATE | prs_Birthdate | 1990-05",
                "BAD_DATE | prs_Birthdate | 04/05/1990",
                "IMPOSSIBLE_DATE | prs_Birthdate | 2026-11-22",
                "IMPOSSIBLE_DATE | prs_Birthdate | 1850-01-01",
                "IMPOSSIBLE_DATE | cas_IncomingReferralDate | 2027-01-01",
                "BAD_CITIZENSHIP | prs_Citizenship | LBN",
                "BAD_CITIZENSHIP | prs_Citizenship | LB; ZZ",
                "BAD_PHONE | prs_MobilePhone | ask her sister",
                "BAD_EMAIL | prs_Email | amal at example.org",
                "BAD_BOOLEAN | con_Consent | perhaps",
                "FORMULA | prs_Title | =HYPERLINK(1)",
                "FORMULA | prs_Title | +1",
                "FORMULA | prs_Title | -1+2",
                "FORMULA | prs_MobilePhone | =1+1",
                "FORMULA | prs_Title | @SUM(A1)"
            })
    void aWrongCellHoldsBackItsRowAndIsToldWithoutItsContent(Kind kind, String field, String value) {
        byte[] file = sheet(sheet -> {
            head(sheet, "prs_FirstName", "prs_SecondName", field);
            sheet.value(1, 1, "Alem");
            sheet.value(1, 3, value);
            sheet.value(2, 1, "Rosa");
        });

        HtcdsReading reading = reader.read(file);

        assertThat(reading.problems()).containsExactly(new HtcdsProblem(kind, "Cases", 2, "D", field));
        assertThat(reading.refusedRows()).containsExactly(2);
        assertThat(reading.records()).extracting(HtcdsRecord::row).containsExactly(3);
        assertThat(reading.toString()).doesNotContain(value).doesNotContain("Rosa");
    }

    @Test
    void aFormulaIsNeverEvaluatedNorItsResultTaken() {
        byte[] file = sheet(sheet -> {
            head(sheet, "prs_FirstName", "prs_SecondName", "prs_Title");
            sheet.formula(1, 1, "1+1");
        });

        assertThat(reader.read(file).problems()).extracting(HtcdsProblem::kind).containsExactly(Kind.FORMULA);
    }

    @Test
    void aTextLongerThanItsFieldIsRefused() {
        byte[] file = sheet(sheet -> {
            head(sheet, "prs_FirstName", "prs_SecondName", "prs_Title");
            sheet.value(1, 1, "a".repeat(256));
        });

        assertThat(reader.read(file).problems())
                .containsExactly(new HtcdsProblem(Kind.TOO_LONG, "Cases", 2, "B", "prs_FirstName"));
    }

    @Test
    void aReferralBeforeBirthIsImpossible() {
        byte[] file = sheet(sheet -> {
            head(sheet, "prs_FirstName", "prs_Birthdate", "cas_IncomingReferralDate");
            sheet.value(1, 2, "2001-01-01");
            sheet.value(1, 3, "2000-01-01");
        });

        assertThat(reader.read(file).problems())
                .containsExactly(new HtcdsProblem(Kind.IMPOSSIBLE_DATE, "Cases", 2, "D", "cas_IncomingReferralDate"));
    }

    @Test
    void aColumnNobodyKnowsOrThatStandsTwiceStopsTheFile() {
        byte[] file = sheet(sheet -> {
            head(sheet, "prs_FirstName", "prs_SecondName", "prs_Title", "prs_ShoeSize", "prs_First_Name");
            sheet.value(1, 1, "Alem");
            sheet.value(1, 8, "stray");
        });

        HtcdsReading reading = reader.read(file);

        assertThat(reading.records()).isEmpty();
        assertThat(reading.problems())
                .containsExactly(
                        new HtcdsProblem(Kind.UNKNOWN_COLUMN, "Cases", 1, "E", ""),
                        new HtcdsProblem(Kind.DUPLICATE_COLUMN, "Cases", 1, "F", "prs_FirstName"),
                        new HtcdsProblem(Kind.UNKNOWN_COLUMN, "Cases", 1, "I", ""));
    }

    @Test
    void aFileWithoutHeadsOrWithoutAnythingIsRefused() {
        assertThat(kinds(sheet(sheet -> sheet.value(0, 0, "Name")))).containsExactly(Kind.MISSING_HEADER_ROW);
        assertThat(kinds(sheet(sheet -> {}))).containsExactly(Kind.EMPTY_FILE);
        assertThat(kinds(new byte[] {1, 2, 3})).containsExactly(Kind.FILE_UNREADABLE);
    }

    @Test
    void mergedCellsStopTheFileAndAnotherSheetIsNoted() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Masar", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Cases");
            head(sheet, "prs_FirstName", "prs_SecondName", "prs_Title");
            sheet.value(4, 1, "Alem");
            sheet.range(4, 1, 5, 2).merge();
            workbook.newWorksheet("Notes").value(0, 0, "see here");
        }

        assertThat(reader.read(bytes.toByteArray()).problems())
                .containsExactly(
                        new HtcdsProblem(Kind.EXTRA_SHEET, "Notes", 0, "", ""),
                        new HtcdsProblem(Kind.MERGED_CELLS, "Cases", 5, "B", ""));
    }

    private List<Kind> kinds(byte[] file) {
        return reader.read(file).problems().stream().map(HtcdsProblem::kind).toList();
    }

    private static void head(Worksheet sheet, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            sheet.value(0, i + 1, codes[i]);
        }
    }

    private static byte[] sheet(Consumer<Worksheet> content) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Masar", "1.0")) {
            content.accept(workbook.newWorksheet("Cases"));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
