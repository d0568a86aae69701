package masar.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import masar.assistance.Assistance;
import masar.assistance.Assistance.Delivery;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.Consents;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.casefile.internal.InventedCaseWork;
import masar.directory.Directory;
import masar.documents.Documents;
import masar.documents.InventedFiles;
import masar.documents.NewDocument;
import masar.exchange.internal.InventedImport;
import masar.identification.DecisionTexts;
import masar.identification.Identifications;
import masar.identification.Reflections;
import masar.identification.Reviews;
import masar.identification.VictimStatus;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.OwnMasar;
import masar.people.Persona;
import masar.people.Selam;
import masar.referral.Referrals;
import masar.screening.internal.InventedInterviews;
import masar.shared.CaseId;
import masar.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thief has a dump of every table and the whole data folder: tables, indexes, write-ahead log, logs. Nothing that was
 * ever said about the invented people is in there.
 */
class DumpTests {

    private static final String ARABIC_NAME = "سلاماويت";
    private static final String ARABIC_FAMILY = "جبرمريم";
    private static final String LATIN_FAMILY = "Gebremariam";
    private static final String MOTHER = "Wezero Almaz";
    private static final String PHONE = "+961 3 918 273";
    private static final String STREET = "شارع المكحول ٤٤";
    private static final String LATIN_STREET = "Rue Makhoul 44";
    private static final String IMPORTED = "Tsehaynesh";
    private static final String IMPORTED_PHONE = "+961 71 555 019";
    private static final String MARK = "xq7words";
    private static final String PAPER = "Contract of Gebremariam 7719";

    /** What may be found nowhere: names, numbers, addresses, and a word that stands in every free text. */
    private static final List<String> SECRETS = List.of(
            ARABIC_NAME,
            ARABIC_FAMILY,
            LATIN_FAMILY,
            MOTHER,
            PHONE,
            "918 273",
            STREET,
            LATIN_STREET,
            IMPORTED,
            IMPORTED_PHONE,
            MARK,
            Selam.NAME,
            Selam.TOLD,
            PAPER,
            "Rosa - contract",
            "غريس",
            "روزا",
            "ميريام",
            "صاحبة العمل أخذت",
            "ولد يتسوّل عند",
            "عادت إلى بلدها",
            "أديس",
            "هربت من منزل",
            Persona.SECRET);

    /** Stands unsealed in a table, so that this test is known to find what is there. */
    private static final String PLANTED = "مزروعة Planted";

    @TempDir
    Path directory;

    @Test
    void neitherADumpNorTheDataFolderTellsAnythingAboutThem() throws Exception {
        Path data = directory.resolve("data");
        Map<String, byte[]> stolen = new TreeMap<>();
        try (var masar = new OwnMasar(data, true, List.of())) {
            new Story(masar).isLived(directory);
            masar.administrator("create table public.scratch as select '" + PLANTED + "'::text as words");
            masar.administrator("checkpoint");
            masar.dump().forEach((table, rows) -> stolen.put("table " + table, rows));
        }
        assertThat(stolen).hasSizeGreaterThan(100);
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stolen.put("file " + data.relativize(file), Files.readAllBytes(file));
            }
        }
        assertThat(places(stolen, PLANTED))
                .as("what is not sealed is found")
                .contains("table public.scratch UTF-8")
                .anyMatch(place -> place.startsWith("file postgres/base/"))
                .anyMatch(place -> place.startsWith("file postgres/pg_wal/"));
        var found = new ArrayList<String>();
        SECRETS.forEach(secret -> places(stolen, secret).forEach(place -> found.add("'" + secret + "' in " + place)));
        assertThat(found).isEmpty();
        assertThat(directory.resolve("data.key")).isNotEmptyFile();
        assertThat(places(stolen, rootKey())).as("the root key").isEmpty();
    }

    private String rootKey() throws IOException {
        return Files.readAllLines(directory.resolve("data.key")).stream()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
    }

    /** Where this text stands, as bytes, in three encodings, or as PostgreSQL writes bytes in a dump. */
    private static List<String> places(Map<String, byte[]> stolen, String text) {
        Map<String, String> forms = new TreeMap<>();
        for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.put(each.name(), bytes(text.getBytes(each)));
            forms.put("hexadecimal " + each.name(), HexFormat.of().formatHex(text.getBytes(each)));
        }
        var places = new ArrayList<String>();
        stolen.forEach((name, content) -> {
            String raw = bytes(content);
            forms.forEach((form, wanted) -> {
                if (raw.contains(wanted)) {
                    places.add(name + " " + form);
                }
            });
        });
        return places;
    }

    private static String bytes(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** One person's way, with something free said at each place where something may be said. */
    private record Story(OwnMasar masar) {

        void isLived(Path folder) throws IOException {
            CaseId id = reportedAndInterviewed();
            decidedAndKnown(id);
            referredAndHelped(id);
            reviewedAndWritten(id);
            documented(id);
            as(Persona.SAMIR, cases -> {
                masar.bean(InventedCaseWork.class).requestClosure(cases, id, "returned", MARK + " closing");
                return id;
            });
            Path file = folder.resolve("import.xlsx");
            Files.write(
                    file, InventedImport.of(IMPORTED, LATIN_FAMILY, IMPORTED_PHONE, LATIN_STREET, MARK + " imported"));
            assertThat(masar.run("import htcds", file.toString(), "--owner", "mosa-social-services"))
                    .startsWith("0 ");
            Files.delete(file);
            var person = as(Persona.SAMIR, samir -> masar.bean(Cases.class).person(samir, id));
            assertThat(person.names()).extracting(PersonName::given).contains(ARABIC_NAME);
            assertThat(person.whereabouts()).contains(STREET);
        }

        /** Not presumed first, so that a review is asked for; then presumed on review; notes and texts are written. */
        private void reviewedAndWritten(CaseId id) {
            as(Persona.LAYLA, layla -> {
                masar.bean(Reflections.class).prepared(layla, id, MARK + " she wants to wait");
                masar.bean(DecisionTexts.class).write(layla, id, 1, Language.AR, MARK + " " + ARABIC_NAME);
                masar.bean(Identifications.class).decide(layla, id, VictimStatus.NOT_PRESUMED, MARK + " withdrawn");
                return id;
            });
            as(Persona.SAMIR, samir -> masar.bean(Reviews.class).ask(samir, id, MARK + " " + ARABIC_NAME + " asks"));
        }

        /** One document of each class, with her name in the title and in the file, as it is and unpacked. */
        private void documented(CaseId id) {
            for (SealClass each : SealClass.values()) {
                var paper =
                        new NewDocument("contract", MARK + " " + ARABIC_NAME, each, "c.pdf", InventedFiles.pdf(PAPER));
                as(Persona.SAMIR, samir -> masar.bean(Documents.class).add(samir, id, paper));
            }
            var photo =
                    new NewDocument("photograph", MARK, SealClass.ORDINARY, "p.jpg", InventedFiles.photo(LATIN_FAMILY));
            as(Persona.SAMIR, samir -> masar.bean(Documents.class).add(samir, id, photo));
            var kept = as(Persona.SAMIR, samir -> masar.bean(Documents.class).of(samir, id));
            assertThat(kept).hasSize(SealClass.values().length + 1);
        }

        private CaseId reportedAndInterviewed() {
            var told = new Told(
                    "hotline",
                    "witness",
                    PHONE,
                    true,
                    "beirut",
                    MARK + " " + ARABIC_NAME + " is locked in at " + LATIN_STREET,
                    ARABIC_NAME,
                    "adult",
                    Set.of("detention-or-removal"),
                    "no",
                    "none",
                    true,
                    null);
            UUID report = as(Persona.RIMA, rima -> masar.bean(Reports.class).receive(rima, told));
            var triage = new Triage(
                    "screen",
                    "high",
                    MARK + " triage",
                    organisation("gsd-detention"),
                    organisation("mosa-social-services"));
            CaseId id = as(Persona.RIMA, rima -> masar.bean(Reports.class).triage(rima, report, triage))
                    .orElseThrow();
            var interviews = masar.bean(InventedInterviews.class);
            UUID interview = as(Persona.FADI, fadi -> interviews.begin(fadi, id));
            as(
                    Persona.FADI,
                    fadi -> interviews.finish(fadi, interview, "Selamawit", organisation("mosa-social-services")));
            as(Persona.SAMIR, samir -> interviews.raise(samir, id, "medical", MARK + " insulin"));
            return id;
        }

        private void decidedAndKnown(CaseId id) {
            as(Persona.LAYLA, layla -> {
                masar.bean(Identifications.class).decide(layla, id, VictimStatus.PRESUMED, MARK + " reasons");
                return id;
            });
            as(Persona.SAMIR, samir -> masar.bean(InventedCaseWork.class).take(samir, id));
            as(Persona.SAMIR, samir -> {
                var before = masar.bean(Cases.class).person(samir, id);
                var names = List.of(
                        new PersonName("Arab", ARABIC_NAME, null, null, ARABIC_FAMILY, null),
                        new PersonName("Latn", "Selamawit", null, null, LATIN_FAMILY, MOTHER));
                masar.bean(Cases.class)
                        .know(
                                samir,
                                id,
                                new Person(
                                        before.id(),
                                        names,
                                        new PartialDate(1997, 3, 11, false),
                                        AgeStatus.ADULT,
                                        AgeStatus.ADULT,
                                        before.gender(),
                                        List.of("ET"),
                                        "am",
                                        MARK + " " + STREET,
                                        before.version()));
                return id;
            });
        }

        private void referredAndHelped(CaseId id) {
            UUID toCaritas = refer(id, "caritas-lebanon", "caritas-legal-aid");
            UUID toKafa = refer(id, "kafa", "kafa-shelter");
            var assistance = masar.bean(Assistance.class);
            as(Persona.NOUR, nour -> {
                masar.bean(Referrals.class).decline(nour, toCaritas, "no-capacity", MARK + " declined");
                return id;
            });
            as(Persona.MAYA, maya -> {
                masar.bean(Referrals.class).accept(maya, toKafa, MARK + " accepted");
                assistance.deliver(maya, toKafa, delivery());
                return id;
            });
            as(Persona.SAMIR, samir -> {
                assistance.deliver(samir, id, delivery());
                return id;
            });
        }

        private static Delivery delivery() {
            return new Delivery("shelter", "delivered", LocalDate.of(2026, 1, 1), MARK + " " + STREET);
        }

        private UUID refer(CaseId id, String to, String service) {
            return as(Persona.SAMIR, samir -> {
                masar.bean(Consents.class)
                        .record(
                                samir,
                                id,
                                "vital-interest",
                                "sharing",
                                Optional.of(organisation(to)),
                                "am",
                                MARK + " ground");
                UUID wanted = masar.bean(Directory.class).services().stream()
                        .filter(each -> each.key().equals(service))
                        .findFirst()
                        .orElseThrow()
                        .id();
                var referrals = masar.bean(Referrals.class);
                UUID referral =
                        referrals.draft(samir, id, wanted, MARK + " for " + LATIN_FAMILY, Set.of("name", "birth"));
                referrals.send(samir, referral);
                return referral;
            });
        }

        private UUID organisation(String key) {
            return masar.bean(Directory.class).organisation(key).orElseThrow().id();
        }

        private <T> T as(Persona persona, java.util.function.Function<masar.shared.Viewer, T> act) {
            return masar.bean(Selam.class).as(persona, act);
        }
    }
}
