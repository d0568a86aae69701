package masar.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import masar.casefile.Person;
import masar.casefile.PersonName;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows and files that people who do not exist might have filled. */
final class HtcdsFiles {

    private HtcdsFiles() {}

    static Person renamed(Person person) {
        return new Person(
                person.id(),
                List.of(new PersonName("Latn", "Alemnesh", null, null, "Tesfaye", null)),
                person.birth(),
                person.ageNow(),
                person.ageAtExploitation(),
                person.gender(),
                person.nationalities(),
                "am",
                null,
                person.version());
    }

    static HtcdsRecord row(String name, String status) {
        Map<HtcdsField, List<String>> values = new EnumMap<>(HtcdsField.class);
        values.put(HtcdsField.FIRST_NAME, List.of(name));
        values.put(HtcdsField.CONSENT, List.of("TRUE"));
        values.put(HtcdsField.STATUS, List.of(status));
        return new HtcdsRecord(0, values);
    }

    static byte[] wrong() throws IOException {
        String[] fields = {
            "prs_FirstName",
            "prs_SecondName",
            "prs_Salutation",
            "con_Consent",
            "prs_Birthdate",
            "cas_IncomingReferralDate",
            "prs_Gender",
            "prs_Citizenship",
            "prs_Email",
            "prs_Title",
            "prs_MobilePhone",
            "cas_Status"
        };
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Masar", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Cases");
            for (int column = 0; column < fields.length; column++) {
                sheet.value(0, column, fields[column]);
            }
            sheet.value(1, 6, "female");
            sheet.value(2, 4, "04/05/1990");
            sheet.value(3, 5, "2199-01-01");
            sheet.value(4, 7, "LBN");
            sheet.value(5, 10, "ask her sister");
            sheet.value(6, 8, "amal at example.org");
            sheet.value(7, 3, "perhaps");
            sheet.value(8, 11, "Active; Closed");
            sheet.value(9, 0, "a".repeat(256));
            sheet.value(10, 9, "=HYPERLINK(1)");
            sheet.value(11, 0, "Rosa");
        }
        return bytes.toByteArray();
    }
}
