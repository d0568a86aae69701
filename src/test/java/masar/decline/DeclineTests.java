package masar.decline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.Cases;
import masar.casefile.internal.InventedCaseWork;
import masar.decline.Declines.Slip;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.Backup;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.procedure.Procedures;
import masar.retention.internal.InventedRetention;
import masar.screening.internal.InventedInterviews;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Selam is an adult and does not want any of it. What was written down goes, a stub and a code stay. */
@MasarTest
class DeclineTests {

    /** What may name her ids afterwards: codes, times and certificates. The same as after every erasure. */
    private static final Set<String> LEFT = Set.of(
            "access.grant_of_reading",
            "retention.certificate_line",
            "retention.deletion",
            "sealing.erasure",
            "sealing.subject_key");

    private static final String SAID = "qv5words about her employer";

    @Autowired
    Declines declines;

    @Autowired
    Reports reports;

    @Autowired
    InventedInterviews interviews;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    InventedRetention retention;

    @Autowired
    Cases cases;

    @Autowired
    Grants grants;

    @Autowired
    Procedures procedures;

    @Autowired
    Selam selam;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private UUID report;
    private CaseId id;

    /** When she says it. */
    enum Moment {
        BEFORE_THE_FIRST_QUESTION,
        WITHIN_THE_INTERVIEW,
        AFTERWARDS
    }

    @BeforeEach
    void somebodyCalledAboutHer() {
        told("adult");
    }

    private void told(String age) {
        report = selam.as(Persona.RIMA, rima -> reports.receive(rima, called(age)));
        id = selam.as(
                        Persona.RIMA,
                        rima -> reports.triage(
                                rima,
                                report,
                                new Triage(
                                        "screen",
                                        "high",
                                        SAID,
                                        selam.organisation("gsd-detention"),
                                        selam.organisation("mosa-social-services"))))
                .orElseThrow();
    }

    private static Told called(String age) {
        return new Told("hotline", "witness", null, false, null, SAID, null, age, Set.of(), "no", "none", true, null);
    }

    private Persona lived(Moment moment) {
        if (moment == Moment.BEFORE_THE_FIRST_QUESTION) {
            return Persona.FADI;
        }
        UUID interview = selam.as(Persona.FADI, fadi -> interviews.begin(fadi, id));
        if (moment == Moment.WITHIN_THE_INTERVIEW) {
            return Persona.FADI;
        }
        selam.as(
                Persona.FADI,
                fadi -> interviews.finish(fadi, interview, SAID, selam.organisation("mosa-social-services")));
        return Persona.LAYLA;
    }

    private Slip declined() {
        return selam.as(Persona.FADI, fadi -> declines.decline(fadi, id));
    }

    private UUID proposal() {
        return UUID.fromString(TestDatabase.text(
                "select id::text from retention.deletion where subject = '" + id.value() + "' and state = 'proposed'"));
    }

    private void destroyed() {
        UUID proposal = proposal();
        selam.as(Persona.HANA, hana -> retention.confirm(hana, proposal));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void anAdultMayDeclineAtAnyMomentBeforeACaseBeginsAndNothingButAStubIsLeft(Moment moment) throws Exception {
        var who = lived(moment);
        var ids = new TreeSet<>(List.of(report, id.value()));
        ids.addAll(idsOf("select id::text from screening.interview where case_id = '" + id.value() + "'"));
        ids.addAll(idsOf("select person::text from casefile.case_record where id = '" + id.value() + "'"));
        long stubs = TestDatabase.count("select count(*) from decline.stub");

        var slip = selam.as(who, viewer -> declines.decline(viewer, id));
        destroyed();

        assertThat(slip.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(new TreeSet<>(Backup.tablesNaming(ids))).isSubsetOf(LEFT);
        assertThat(everyTable())
                .isNotEmpty()
                .doesNotContain("qv5words", slip.code(), slip.code().replace("-", ""));
        assertThat(TestDatabase.count("select count(*) from decline.stub")).isEqualTo(stubs + 1);
        assertThat(TestDatabase.count(
                        "select count(*) from sealing.subject_key where subject = any (?) and wrapped is not null",
                        (Object) ids.toArray(UUID[]::new)))
                .as("keys that could still open something")
                .isZero();
    }

    @Test
    void theStubHoldsWhatThePackLetsStayAndNothingThatSaysWhoseItIs() {
        lived(Moment.WITHIN_THE_INTERVIEW);
        declined();
        var stub = new TreeMap<String, String>();
        for (String column : List.of("declined_on", "declined_in", "organisation", "age_band", "suspected_form")) {
            stub.put(
                    column,
                    TestDatabase.text("select coalesce(" + column
                            + "::text, '-') from decline.stub where code_hash is not null order by ctid desc limit 1"));
        }
        assertThat(stub)
                .containsEntry("declined_on", "-")
                .containsEntry(
                        "organisation", selam.organisation("gsd-detention").toString())
                .containsEntry("age_band", "18+")
                .containsEntry("suspected_form", "unknown");
        assertThat(stub.get("declined_in")).matches("\\d{4}-\\d{2}");
        assertThat(TestDatabase.count(
                        "select count(*) from decline.stub s where to_jsonb(s)::text like '%' || ? || '%'",
                        id.value().toString()))
                .isZero();
    }

    @Test
    void untilTheSecondPersonConfirmsNobodyElseReadsWhatWasWritten() {
        lived(Moment.AFTERWARDS);
        selam.as(Persona.LAYLA, layla -> declines.decline(layla, id));
        for (Persona other : List.of(Persona.FADI, Persona.LAYLA, Persona.SAMIR, Persona.RIMA, Persona.OMAR)) {
            assertThat((Boolean) selam.as(other, viewer -> grants.allows(viewer, id.subject(), Depth.EXISTENCE)))
                    .as(other.key())
                    .isFalse();
        }
        assertThat((Boolean) selam.as(
                        Persona.RIMA,
                        rima -> grants.allows(rima, new masar.shared.Subject("report", report), Depth.EXISTENCE)))
                .isFalse();
        assertThat((Boolean) selam.as(Persona.HANA, hana -> grants.allows(hana, id.subject(), Depth.FULL)))
                .isTrue();
    }

    @Test
    void oneOfficerAloneDestroysNothing() {
        declined();
        UUID proposal = proposal();
        assertThatThrownBy(() -> selam.as(Persona.FADI, fadi -> retention.confirm(fadi, proposal)))
                .isInstanceOf(Refused.class);
        assertThat(TestDatabase.count("select count(*) from casefile.case_record where id = ?", id.value()))
                .isOne();
        assertThat(Visitor.signedIn(port, Persona.HANA).get("/").body()).contains("/retention/proposals/" + proposal);
    }

    @Test
    void whereTheSecondPersonSaysNoTheCaseMayGoOn() {
        declined();
        UUID proposal = proposal();
        selam.as(Persona.HANA, hana -> {
            retention.withdraw(hana, proposal);
            caseWork.reopen(hana, id, "she came back the same day and says she never declined");
            return id;
        });
        selam.as(Persona.SAMIR, samir -> caseWork.take(samir, id));
        assertThat((Boolean) selam.as(Persona.SAMIR, samir -> grants.allows(samir, id.subject(), Depth.FULL)))
                .isTrue();
        assertThat(TestDatabase.count(
                        "select count(*) from casefile.case_record where id = ? and state = 'open'", id.value()))
                .isOne();
    }

    @Test
    void theCertificateProvesTheDestructionWithTheDigestsOfTheLedger() {
        lived(Moment.WITHIN_THE_INTERVIEW);
        declined();
        UUID proposal = proposal();
        destroyed();
        var lines = selam.as(Persona.HANA, hana -> retention.lines(proposal));
        assertThat(lines).extracting("kind").contains("report", "interview", "case");
        assertThat(lines).allSatisfy(line -> assertThat(line.hash()).hasSize(64));
        assertThat(Visitor.signedIn(port, Persona.HANA)
                        .get("/retention/certificates/" + proposal)
                        .body())
                .contains(lines.getFirst().hash(), "لا يريد الشخص الإجراءات");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"child", "unknown"})
    void aChildAndSomebodyOfUnknownAgeAreNotLetGo(String age) {
        told(age);
        refused("decline.refused.child", this::declined);
        assertThat(texts.say(Language.EN, "decline.refused.child")).contains("guardian", "best-interests");
        assertThat(TestDatabase.count(
                        "select count(*) from casefile.case_record where id = ? and state = 'open'", id.value()))
                .isOne();
    }

    @Test
    void onceSomebodyWorksOnTheCaseItEndsByItsOwnActs() {
        lived(Moment.AFTERWARDS);
        selam.as(Persona.SAMIR, samir -> caseWork.take(samir, id));
        refused("decline.refused.begun", () -> selam.as(Persona.LAYLA, layla -> declines.decline(layla, id)));
    }

    @Test
    void nobodyRecordsItWhoseTurnItIsNot() {
        for (Persona other : List.of(Persona.JAD, Persona.OMAR, Persona.NOUR)) {
            refused("shell.refused.not.found", () -> selam.as(other, viewer -> declines.decline(viewer, id)));
        }
        lived(Moment.AFTERWARDS);
        refused("shell.refused.not.found", this::declined);
    }

    @Test
    void urgentNeedsAreRaisedWithoutAnyConsentBefore() {
        selam.as(Persona.FADI, fadi -> interviews.raise(fadi, id, "medical", "insulin"));
        assertThat(TestDatabase.count("select count(*) from screening.urgent_need where case_id = ?", id.value()))
                .isOne();
        declined();
    }

    @Test
    void withTheCodeANewScreeningBeginsWithNothingButTheStub() {
        var slip = declined();
        destroyed();
        CaseId again = back(slip.code().toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .orElseThrow();
        assertThat(again).isNotEqualTo(id);
        var person = selam.as(Persona.FADI, fadi -> cases.person(fadi, again));
        assertThat(person.names()).isEmpty();
        assertThat(person.birth()).isNull();
        assertThat(person.ageNow().code()).isEqualTo("adult");
        var way = selam.as(Persona.FADI, fadi -> procedures.way(fadi, again.subject()))
                .orElseThrow();
        assertThat(way.isOpen("screening")).isTrue();
        assertThat((UUID) selam.as(Persona.FADI, fadi -> interviews.begin(fadi, again)))
                .isNotNull();
        refused("decline.refused.code", () -> back(slip.code()));
    }

    @Test
    void aCodeWorksNoLongerThanThePackSays() {
        var slip = declined();
        clock.advance(Duration.ofDays(367));
        refused("decline.refused.code", () -> back(slip.code()));
    }

    @Test
    void nobodyGuessesForLong() {
        clock.advance(Duration.ofHours(2));
        var slip = declined();
        for (String wrong :
                Stream.of("A", "B", "C", "D", "E").map(each -> each.repeat(16)).toList()) {
            refused("decline.refused.code", () -> back(wrong));
        }
        refused("decline.refused.too.many", () -> back(slip.code()));
        clock.advance(Duration.ofHours(2));
        assertThat(back(slip.code())).isPresent();
    }

    @Test
    void onThePageTheOfficerIsToldWhatIsLostAndTheSlipIsShownOnce() {
        var fadi = Visitor.signedIn(port, Persona.FADI);
        String page = "/cases/" + id.value() + "/decline";
        var shown = fadi.get(page);
        assertThat(shown.body()).contains(texts.say(Language.AR, "decline.sure.words"));
        assertThat(shown.form(page).with("language", "fr").post(fadi).status()).isEqualTo(422);
        var slip =
                fadi.get(page).form(page).with("language", "fr", "sure", "yes").post(fadi);
        assertThat(slip.status()).isEqualTo(200);
        assertThat(slip.body()).contains(texts.say(Language.FR, "decline.slip.title"));
        assertThat(fadi.get(page).status()).isEqualTo(404);
    }

    @Test
    void coordinatorsCountThemAndNobodyElseDoes() {
        int before = counted();
        declined();
        assertThat(counted()).isEqualTo(before + 1);
        refused("shell.refused.not.found", () -> selam.as(Persona.FADI, fadi -> declines.count(fadi, StubField.MONTH)));
    }

    private int counted() {
        return selam.as(Persona.OMAR, omar -> declines.count(omar, StubField.MONTH)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Optional<CaseId> back(String code) {
        return Optional.of(selam.as(
                Persona.FADI, fadi -> declines.comeBack(fadi, code, selam.organisation("mosa-social-services"))));
    }

    private static List<UUID> idsOf(String sql) throws Exception {
        try (var all = TestDatabase.administrator();
                var rows = all.createStatement().executeQuery(sql)) {
            var ids = new java.util.ArrayList<UUID>();
            while (rows.next()) {
                ids.add(UUID.fromString(rows.getString(1)));
            }
            return ids;
        }
    }

    private static String everyTable() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var all = TestDatabase.administrator();
                var rows = all.createStatement()
                        .executeQuery("select n.nspname || '.' || c.relname from pg_class c"
                                + " join pg_namespace n on n.oid = c.relnamespace"
                                + " where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'")) {
            var tables = new java.util.ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            for (String table : tables) {
                all.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", out);
            }
        }
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
