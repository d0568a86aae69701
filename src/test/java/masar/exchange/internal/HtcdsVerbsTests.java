package masar.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.exchange.internal.RunningMasar.Said;
import masar.shared.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtcdsVerbsTests {

    private static final String EVERYTHING = "select (select count(*) from casefile.case_record)"
            + " + (select count(*) from casefile.person) + (select count(*) from casefile.chronology)"
            + " + (select count(*) from worklist.task) + (select count(*) from exchange.import_batch)"
            + " + (select count(*) from exchange.imported_record) + (select count(*) from audit.entry)";

    private Path folder;
    private RunningMasar masar;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        masar = new RunningMasar(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        masar.close();
    }

    @Test
    void twoHundredCasesComeInAndGoOutAgainFieldByField() throws IOException {
        List<HtcdsRecord> cases = new InventedCases(41).some(200);
        Path in = file("two-hundred.xlsx", HtcdsWriter.write(cases));

        Said imported = masar.run("import htcds", in.toString(), "--owner", "kafa");

        assertThat(imported.code()).as(imported.text()).isZero();
        assertThat(imported.lines())
                .filteredOn(line -> line.matches("row \\d+: case .*"))
                .hasSize(200);
        assertThat(imported.text()).contains("200 cases imported for KAFA");
        Path out = folder.resolve("out.xlsx");
        Said exported = masar.run("export htcds", out.toString(), "--owner", "kafa");
        assertThat(exported.code()).as(exported.text()).isZero();
        assertThat(exported.text()).contains("200 cases written");
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(read(out)).isEqualTo(cases);
    }

    @Test
    void anExportNeverOverwritesUnlessToldTo() throws IOException {
        Path there = file("there.xlsx", new byte[] {1});
        assertThat(masar.run("export htcds", there.toString(), "--owner", "beirut-bar")
                        .code())
                .isEqualTo(1);
        assertThat(Files.readAllBytes(there)).hasSize(1);
        assertThat(masar.run("export htcds", there.toString(), "--owner", "beirut-bar", "--force")
                        .code())
                .isZero();
        assertThat(Files.size(there)).isGreaterThan(1);
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndWritesNothing() throws IOException {
        Path in = file("dry.xlsx", HtcdsWriter.write(new InventedCases(42).some(5)));
        int before = masar.count(EVERYTHING);

        Said said = masar.run("import htcds", in.toString(), "--dry-run");

        assertThat(said.code()).isZero();
        assertThat(said.lines()).contains("row 3: would be imported", "row 7: would be imported");
        assertThat(said.text()).contains("Nothing was written");
        assertThat(masar.count(EVERYTHING)).isEqualTo(before);
    }

    @Test
    void tenKindsOfWrongCellsGiveTenMessagesWithPlaceAndWithoutContent() throws IOException {
        Path in = file("wrong.xlsx", HtcdsFiles.wrong());
        int before = masar.count(EVERYTHING);

        Said said = masar.run("import htcds", in.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .filteredOn(line -> line.startsWith("problem"))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(said.text())
                .contains("problem, row 2, column G: Sheet Cases, cell G2: a value that is not in the list of field")
                .contains("problem, row 11, column J: Sheet Cases, cell J11: prs_Title holds a formula")
                .contains("Nothing was imported: 10 problems in 10 rows.")
                .doesNotContain("⟦")
                .doesNotContain("female")
                .doesNotContain("ask her sister");
        assertThat(masar.count(EVERYTHING)).isEqualTo(before);
        Said skipping = masar.run("import htcds", in.toString(), "--skip-bad-rows", "--owner", "caritas-lebanon");
        assertThat(skipping.code()).as(skipping.text()).isZero();
        assertThat(skipping.text()).contains("1 case imported", "10 rows left out");
    }

    @Test
    void theSameFileIsRefusedUntilItWasUndoneOrAskedForAgain() throws IOException {
        String in = file("same.xlsx", HtcdsWriter.write(new InventedCases(43).some(2)))
                .toString();
        Said first = masar.run("import htcds", in, "--owner", "iom-lebanon");
        Said second = masar.run("import htcds", in, "--owner", "iom-lebanon");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.text()).contains("was imported before");
        Said again = masar.run("import htcds", in, "--owner", "iom-lebanon", "--again");
        assertThat(again.code()).isZero();
        assertThat(masar.run("import undo", batch(first)).code()).isZero();
        assertThat(masar.run("import undo", batch(again)).code()).isZero();
        assertThat(masar.run("import htcds", in, "--owner", "iom-lebanon", "--dry-run")
                        .code())
                .isZero();
    }

    @Test
    void anUndoneImportIsNowhereToBeSeenAndItsDataAreGone() throws IOException {
        Viewer worker = masar.worker("unhcr-lebanon");
        Path in = file("undo.xlsx", HtcdsWriter.write(new InventedCases(44).some(9)));
        Said imported = masar.run("import htcds", in.toString(), "--owner", "unhcr-lebanon");
        List<CaseCard> seen = cases(worker);
        assertThat(seen).hasSize(9).allMatch(card -> card.state().equals("imported"));

        Said undone = masar.run("import undo", batch(imported));

        assertThat(undone.code()).as(undone.text()).isZero();
        assertThat(undone.text()).contains("Undone: 9 cases");
        assertThat(cases(worker)).isEmpty();
        Cases face = masar.bean(Cases.class);
        seen.forEach(card -> assertThat(RunningMasar.as(worker, () -> face.byCode(worker, card.code())))
                .isEmpty());
        String owned = " where r.owner = '" + worker.organisation() + "'";
        assertThat(masar.count("select count(*) from casefile.case_record r where r.state <> 'undone'"
                        + owned.replace("where", "and")))
                .isZero();
        assertThat(masar.count("select max(length(p.sealed)) from casefile.person p join casefile.case_record r"
                        + " on r.person = p.id" + owned))
                .as("a person of whom nothing is known")
                .isLessThan(130);
        assertThat(masar.count("select count(*) from worklist.task where done_at is null and organisation = '"
                        + worker.organisation() + "'"))
                .isZero();
        assertThat(masar.count("select count(*) from exchange.imported_record i join casefile.case_record r"
                        + " on r.id = i.case_id" + owned + " and i.sealed is not null"))
                .isZero();
        Path out = folder.resolve("after-undo.xlsx");
        assertThat(masar.run("export htcds", out.toString(), "--owner", "unhcr-lebanon")
                        .text())
                .contains("0 cases written");
        assertThat(masar.run("import undo", batch(imported)).code()).isEqualTo(1);
    }

    @Test
    void anImportSomebodyWorkedOnIsNotUndoneAndGoesOutWithWhatWasLearnt() throws IOException {
        Viewer worker = masar.worker("mosa-social-services");
        Path in = file(
                "worked.xlsx",
                HtcdsWriter.write(List.of(HtcdsFiles.row("Tsehay", "Closed"), HtcdsFiles.row("Alem", "Active"))));
        Said imported = masar.run("import htcds", in.toString());
        assertThat(imported.text()).contains("closed in the file");
        Cases face = masar.bean(Cases.class);
        CaseCard card = cases(worker).stream()
                .filter(one -> imported.text().contains("row 4: case " + one.code()))
                .findFirst()
                .orElseThrow();
        RunningMasar.as(worker, () -> {
            Person person = face.person(worker, card.id());
            face.know(worker, card.id(), HtcdsFiles.renamed(person));
            return true;
        });

        Said undone = masar.run("import undo", batch(imported));

        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.text()).contains(card.code()).doesNotContain("⟦");
        assertThat(cases(worker)).hasSize(2);
        Path out = folder.resolve("worked-out.xlsx");
        masar.run("export htcds", out.toString(), "--owner", "mosa-social-services");
        assertThat(read(out))
                .satisfiesExactly(
                        tsehay -> assertThat(tsehay.values())
                                .isEqualTo(HtcdsFiles.row("Tsehay", "Closed").values()),
                        alem -> {
                            assertThat(alem.value(HtcdsField.FIRST_NAME)).contains("Alemnesh");
                            assertThat(alem.value(HtcdsField.SECOND_NAME)).contains("Tesfaye");
                            assertThat(alem.value(HtcdsField.CONSENT)).contains("TRUE");
                        });
        assertThat(masar.count("select count(*) from casefile.consent")).isZero();
    }

    @Test
    void whatIsMistypedIsToldAndChangesNothing() {
        assertThat(masar.run("import htcds").text()).startsWith("Usage");
        assertThat(masar.run("import htcds", "x.xlsx", "--fast").code()).isEqualTo(1);
        assertThat(masar.run("import htcds", "x.xlsx", "--owner", "nobody").text())
                .contains("no organisation nobody");
        assertThat(masar.run("import htcds", "/nowhere/x.xlsx").text()).contains("cannot be read");
        assertThat(masar.run("import undo", "yesterday").text()).startsWith("Usage");
        assertThat(masar.run("export htcds", "/nowhere/x.xlsx").text()).contains("no folder");
    }

    private List<CaseCard> cases(Viewer worker) {
        return RunningMasar.as(worker, () -> masar.bean(Cases.class).list(worker, "", 500));
    }

    private List<HtcdsRecord> read(Path file) throws IOException {
        var reading = new HtcdsSheet(Clock.systemUTC(), ZoneId.of("Asia/Beirut")).read(Files.readAllBytes(file));
        assertThat(reading.errors()).isEmpty();
        return reading.records();
    }

    private static String batch(Said imported) {
        return imported.lines().getLast().replaceFirst(".*import undo ", "");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
