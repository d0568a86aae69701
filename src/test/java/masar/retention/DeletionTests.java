package masar.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.internal.InventedAccounts;
import masar.audit.AuditTree;
import masar.audit.TrailCheck;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.PersonName;
import masar.people.Backup;
import masar.people.MasarTest;
import masar.people.OwnMasar;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.retention.internal.DeletionBook.Line;
import masar.retention.internal.InventedRetention;
import masar.sealing.Erasure;
import masar.sealing.ErasureCertificate;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Selam asked to be forgotten: Hana proposes it, Omar confirms it, and nothing of her is left but a code and dates. */
@MasarTest
class DeletionTests {

    /** What may still name her ids: who could see what, what was destroyed, and the certificate. */
    private static final Set<String> LEFT = Set.of(
            "access.grant_of_reading",
            "retention.certificate_line",
            "retention.deletion",
            "sealing.erasure",
            "sealing.subject_key");

    @Autowired
    ClosedFile closed;

    @Autowired
    Selam selam;

    @Autowired
    InventedRetention retention;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Erasure erasure;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void selamsCaseIsClosed() {
        way = closed.presumed();
    }

    private UUID proposed() {
        return selam.as(
                Persona.HANA, hana -> retention.propose(hana, way.caseId().subject(), "own-request", ClosedFile.NOTE));
    }

    private UUID erased() {
        UUID proposal = proposed();
        return selam.as(Persona.OMAR, omar -> retention.confirm(omar, proposal));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private Persona somebody(String organisation, Role... roles) {
        var persona = new Persona(
                "second-" + UUID.randomUUID(),
                new LocalizedText("نجلا", "Najla", "Najla"),
                organisation,
                Set.of(roles));
        accounts.make(List.of(persona));
        return persona;
    }

    @Test
    void onePersonAloneCannot() {
        UUID proposal = proposed();
        refused(
                "retention.refused.own.proposal",
                () -> selam.as(Persona.HANA, hana -> retention.confirm(hana, proposal)));
        assertThat(rowsOfTheCase()).isOne();
    }

    @Test
    void onePersonWithTwoRolesCannotEither() {
        var both = somebody("mosa-social-services", Role.SUPERVISOR, Role.COORDINATOR);
        UUID proposal =
                selam.as(both, viewer -> retention.propose(viewer, way.caseId().subject(), "own-request", "she asked"));
        refused("retention.refused.own.proposal", () -> selam.as(both, viewer -> retention.confirm(viewer, proposal)));
        assertThat(rowsOfTheCase()).isOne();
    }

    @Test
    void whoManagedTheCaseDoesNotConfirm() throws SQLException {
        var manager = somebody("mosa-social-services", Role.SUPERVISOR, Role.CASE_MANAGER);
        TestDatabase.administrator("update casefile.case_record set manager = '" + accounts.account(manager)
                + "' where id = '" + way.caseId().value() + "'");
        UUID proposal = proposed();
        refused("retention.refused.manager", () -> selam.as(manager, viewer -> retention.confirm(viewer, proposal)));
    }

    @Test
    void onlyASupervisorOfTheOwnerProposesAndOnlyTheAuthorisedConfirm() {
        var foreign = somebody("kafa", Role.SUPERVISOR);
        for (Persona other : List.of(Persona.SAMIR, Persona.OMAR, foreign)) {
            assertThatThrownBy(() -> selam.as(
                            other,
                            viewer -> retention.propose(viewer, way.caseId().subject(), "own-request", "no")))
                    .as(other.key())
                    .isInstanceOf(Refused.class);
        }
        UUID proposal = proposed();
        for (Persona other : List.of(Persona.SAMIR, Persona.LAYLA, Persona.TONY, Persona.RANA, foreign)) {
            refused("shell.refused.not.found", () -> selam.as(other, viewer -> retention.confirm(viewer, proposal)));
        }
        assertThat(rowsOfTheCase()).isOne();
    }

    @Test
    void aCaseThatIsStillLivedIsRefusedWithEveryReason() {
        var alive = selam.lives();
        List<String> obstacles = selam.as(
                Persona.HANA,
                hana -> transaction.execute(
                        status -> retention.obstacles(alive.caseId().subject())));
        assertThat(obstacles)
                .containsExactlyInAnyOrder(
                        "retention.refused.not.closed",
                        "retention.refused.tasks.open",
                        "referral.refused.service.runs");
        refused(
                "retention.refused.not.closed",
                () -> selam.as(
                        Persona.HANA,
                        hana -> retention.propose(hana, alive.caseId().subject(), "own-request", "she asked")));
    }

    @Test
    void plainSqlAsAnybodyFindsNothingOfHerAndTheDumpHasNoWord() throws Exception {
        var ids = ClosedFile.ids(way);
        assertThat(Backup.tablesNaming(ids)).contains("casefile.person", "screening.interview", "worklist.task");
        erased();
        assertThat(new TreeSet<>(Backup.tablesNaming(ids))).isEqualTo(new TreeSet<>(LEFT));
        for (Persona persona : Persona.ALL) {
            for (String sql : List.of(
                    "select count(*) from casefile.case_record where id = ?",
                    "select count(*) from intake.report where case_id = ?",
                    "select count(*) from procedure.way where subject = ?",
                    "select count(*) from worklist.task where subject = ?",
                    "select count(*) from retention.hold where subject = ?")) {
                long seen = selam.as(
                        persona,
                        viewer -> transaction.execute(status -> jdbc.sql(sql)
                                .param(way.caseId().value())
                                .query(Long.class)
                                .single()));
                assertThat(seen).as(persona.key() + " " + sql).isZero();
            }
        }
        assertThat(dump()).isNotEmpty().doesNotContain(ClosedFile.NOTE, "qz9words");
        assertThat(TestDatabase.count(
                        "select count(*) from access.grant_of_reading where subject = any (?) and ended_at is null",
                        (Object) ids.toArray(UUID[]::new)))
                .as("grants that hold")
                .isZero();
    }

    @Test
    void listsSearchAndPagesNoLongerKnowTheCase() {
        String code =
                selam.as(Persona.HANA, hana -> cases.card(hana, way.caseId())).code();
        UUID certificate = erased();
        for (Persona persona : List.of(Persona.SAMIR, Persona.HANA, Persona.OMAR, Persona.FADI)) {
            var visitor = Visitor.signedIn(port, persona);
            assertThat(visitor.get("/cases?q=" + code).body())
                    .as(persona.key())
                    .doesNotContain("/cases/" + way.caseId().value());
            for (String tab : List.of("", "/person", "/retention", "/readers")) {
                assertThat(visitor.get(way.page(tab)).status())
                        .as(persona.key() + tab)
                        .isEqualTo(404);
            }
        }
        Optional<CaseCard> found = selam.as(Persona.SAMIR, samir -> cases.byCode(samir, code));
        assertThat(found).isEmpty();
        assertThat(Visitor.signedIn(port, Persona.HANA).get("/retention").body())
                .contains(code, "/retention/certificates/" + certificate);
    }

    @Test
    void theCertificateNamesWhatWhoWhenTheLedgerAndTheLastCopy() {
        String code =
                selam.as(Persona.HANA, hana -> cases.card(hana, way.caseId())).code();
        UUID certificate = erased();
        var ledger = transaction.execute(status -> erasure.ledger());
        var lines = selam.as(Persona.OMAR, omar -> retention.lines(certificate));
        assertThat(lines)
                .extracting(Line::kind)
                .containsExactlyInAnyOrder("report", "interview", "referral", "referral", "case")
                .last()
                .isEqualTo("case");
        for (Line line : lines) {
            var entry = ledger.stream()
                    .filter(each -> each.id().equals(line.entry()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.hash()).isEqualTo(entry.hash()).hasSize(64);
            assertThat(entry.by()).isEqualTo(accounts.account(Persona.OMAR));
            assertThat(entry.second()).isEqualTo(accounts.account(Persona.HANA));
            assertThat(Duration.between(entry.at(), line.lastCopyAt())).isEqualTo(Duration.ofDays(35));
        }
        for (Persona reader : List.of(Persona.HANA, Persona.OMAR, Persona.TONY)) {
            assertThat(Visitor.signedIn(port, reader)
                            .get("/retention/certificates/" + certificate)
                            .body())
                    .as(reader.key())
                    .contains(
                            code,
                            lines.getFirst().hash(),
                            Persona.HANA.name().ar(),
                            Persona.OMAR.name().ar())
                    .doesNotContain(Selam.NAME, "qz9words");
        }
        for (Persona other : List.of(Persona.SAMIR, Persona.LAYLA, Persona.NOUR, Persona.RANA)) {
            assertThat(Visitor.signedIn(port, other)
                            .get("/retention/certificates/" + certificate)
                            .status())
                    .as(other.key())
                    .isEqualTo(404);
        }
    }

    /** In a Masar of its own: other tests move the clock, and a trail notices that. */
    @Test
    void theTrailStillVerifies(@TempDir Path folder) {
        try (var own = new OwnMasar(folder.resolve("data"), true, List.of())) {
            var people = own.bean(Selam.class);
            var hers = own.bean(ClosedFile.class).presumed();
            var deletion = own.bean(InventedRetention.class);
            UUID proposal = people.as(
                    Persona.HANA,
                    hana -> deletion.propose(hana, hers.caseId().subject(), "own-request", ClosedFile.NOTE));
            people.as(Persona.OMAR, omar -> deletion.confirm(omar, proposal));
            var viewers = own.bean(Accounts.class);
            var trail = own.bean(AuditTree.class);
            CurrentViewer.run(viewers.system("audit-seal"), trail::seal);
            Path file = folder.resolve("trail");
            var export = viewers.system("audit-export");
            CurrentViewer.run(export, () -> trail.export(export, file));
            var verdict = TrailCheck.check(file, List.of());
            assertThat(verdict.finding()).isEmpty();
            assertThat(verdict.entries()).isPositive();
        }
    }

    @Test
    void onThePageTheSecondPersonIsToldThatThereIsNoWayBackAndMustSayYes() {
        UUID proposal = proposed();
        var omar = Visitor.signedIn(port, Persona.OMAR);
        String page = "/retention/proposals/" + proposal;
        assertThat(omar.get("/").body()).contains(page);
        var shown = omar.get(page);
        assertThat(shown.body()).contains(texts.say(Language.AR, "retention.confirm.warning"));
        assertThat(shown.form(page + "/confirmation").post(omar).status()).isEqualTo(422);
        assertThat(rowsOfTheCase()).isOne();
        var hana = Visitor.signedIn(port, Persona.HANA);
        assertThat(hana.get(page).body()).doesNotContain(page + "/confirmation");
        assertThat(hana.anyForm(page + "/confirmation")
                        .with("sure", "yes")
                        .post(hana)
                        .status())
                .isEqualTo(422);
        assertThat(omar.get(page)
                        .form(page + "/confirmation")
                        .with("sure", "yes")
                        .post(omar)
                        .leadsTo())
                .isEqualTo("/retention/certificates/" + proposal + "?done=retention.done.erased");
        assertThat(rowsOfTheCase()).isZero();
        assertThat(omar.get(page).status()).as("the proposal is over").isEqualTo(404);
    }

    @Test
    void theSecondPersonMaySayNoAndNothingHappens() {
        UUID proposal = proposed();
        selam.as(Persona.OMAR, omar -> retention.withdraw(omar, proposal));
        refused("retention.refused.decided", () -> selam.as(Persona.OMAR, omar -> retention.confirm(omar, proposal)));
        assertThat(rowsOfTheCase()).isOne();
        assertThat(proposed()).as("it may be proposed again").isNotEqualTo(proposal);
    }

    /** Even with SQL of their own nobody deletes rows that the ledger of erasures does not name. */
    @Test
    void rowsGoOnlyWithTheLedger() {
        for (Persona persona : List.of(Persona.HANA, Persona.OMAR, Persona.SAMIR)) {
            for (String function : List.of(
                    "casefile.erase",
                    "documents.erase",
                    "screening.erase",
                    "identification.erase",
                    "assistance.erase",
                    "exchange.erase",
                    "procedure.erase",
                    "worklist.erase",
                    "intake.erase",
                    "referral.erase")) {
                assertThatThrownBy(() -> selam.as(
                                persona,
                                viewer -> transaction.execute(status -> jdbc.sql("select " + function + "(?)")
                                        .param(way.caseId().value())
                                        .query(Integer.class)
                                        .single())))
                        .as(function)
                        .hasStackTraceContaining("the ledger of erasures does not name it");
            }
        }
    }

    /** A restored backup brings everything back; the ledger, kept outside, erases it again, rows and keys. */
    @Test
    void afterARestoreTheLedgerErasesAgain() throws Exception {
        var ids = ClosedFile.ids(way);
        var backup = Backup.of(ids);
        erased();
        List<ErasureCertificate> ledger = transaction.execute(status -> erasure.ledger());
        for (UUID id : ids) {
            TestDatabase.administrator("delete from sealing.subject_key where subject = '" + id + "'");
            TestDatabase.administrator("delete from sealing.erasure where subject = '" + id + "'");
            TestDatabase.administrator("delete from access.grant_of_reading where subject = '" + id + "'");
        }
        backup.restore();
        List<PersonName> names = selam.as(
                Persona.SAMIR, samir -> cases.person(samir, way.caseId()).names());
        assertThat(names).as("she is back").isNotEmpty();

        int again = selam.as(Persona.HANA, hana -> erasure.replay(ledger));

        assertThat(again).isEqualTo(5);
        assertThat(new TreeSet<>(Backup.tablesNaming(ids))).isSubsetOf(LEFT);
        assertThat((Boolean) selam.as(Persona.SAMIR, samir -> transaction.execute(status -> existsFor(way.caseId()))))
                .isFalse();
    }

    private boolean existsFor(CaseId id) {
        return jdbc.sql("select access.sees(?, 'existence')")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private long rowsOfTheCase() {
        return TestDatabase.count(
                "select count(*) from casefile.case_record where id = ?",
                way.caseId().value());
    }

    private static String dump() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var all = TestDatabase.administrator();
                var rows = all.createStatement()
                        .executeQuery("select n.nspname || '.' || c.relname from pg_class c"
                                + " join pg_namespace n on n.oid = c.relnamespace"
                                + " where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'")) {
            var copy = all.unwrap(PGConnection.class).getCopyAPI();
            var tables = new java.util.ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            for (String table : tables) {
                copy.copyOut("copy (select * from " + table + ") to stdout", out);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
