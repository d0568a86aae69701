package masar.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Newcomers;
import masar.access.internal.InventedAccounts;
import masar.audit.Readings.Reading;
import masar.casefile.Cases;
import masar.country.Countries;
import masar.oversight.internal.WatchRules.Limits;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who read the file, and who reads too much. */
@MasarTest
class OversightTests {

    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");

    @Autowired
    Selam selam;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts everybody;

    @Autowired
    ReadingWatch watch;

    @Autowired
    WatchRules rules;

    @Autowired
    Countries countries;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void samirSeesWhoReadTheFileOfSelamAndWhoTried() {
        var way = selam.lives();
        Visitor.signedIn(port, Persona.HANA).get(way.page("/person"));
        Visitor.signedIn(port, Persona.NOUR).get("/referrals/" + way.toCaritas());
        Visitor.signedIn(port, Persona.ZIAD).get(way.page("/person"));
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String log = samir.get(way.page("/readers")).body();
        assertThat(log)
                .contains(
                        Persona.HANA.name().ar(),
                        Persona.NOUR.name().ar(),
                        Persona.ZIAD.name().ar())
                .contains(said("audit.act.casefile.person"), said("audit.act.referral.packet"))
                .contains(said("audit.act.screening.interview.begun"), said("audit.act.intake.triage"));
        String refused = samir.get(way.page("/readers") + "?kind=refused&person=" + accounts.account(Persona.ZIAD))
                .body();
        assertThat(refused).contains(said("oversight.kind.refused")).doesNotContain(said("audit.act.referral.packet"));
        assertThat(Visitor.signedIn(port, Persona.HANA)
                        .get(way.page("/readers"))
                        .status())
                .isEqualTo(200);
        for (Persona other : List.of(Persona.ZIAD, Persona.LAYLA, Persona.FADI, Persona.NOUR, Persona.TONY)) {
            assertThat(Visitor.signedIn(port, other).get(way.page("/readers")).status())
                    .as(other.key())
                    .isEqualTo(404);
        }
    }

    @Test
    void tonyFindsWhatHeLooksFor() {
        var way = selam.lives();
        Visitor.signedIn(port, Persona.SAMIR).get(way.page("/person"));
        var tony = Visitor.signedIn(port, Persona.TONY);
        String code = selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId()))
                .code();
        assertThat(tony.get("/audit?who=samir&subject=" + code).body())
                .contains(Persona.SAMIR.name().ar(), said("audit.act.casefile.person"), code)
                .doesNotContain(Persona.RIMA.name().ar(), Selam.NAME);
        assertThat(tony.get("/audit?who=nobody-of-this-name").body()).contains(said("oversight.readers.empty"));
        assertThat(tony.get("/audit?from=2001-01-01&until=2001-01-02").body())
                .contains(said("oversight.readers.empty"));
        assertThat(tony.get("/audit?from=x&subject=%27&kind=%22&before=z").status())
                .isEqualTo(200);
    }

    @Test
    void whoReadsManyCasesInAShortTimeIsSeenByTheirSupervisorOnce() {
        UUID layla = accounts.account(Persona.LAYLA);
        whatOthersMadeHerReadIsForgotten(layla);
        var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < rules.limits().manyCases(); i++) {
                jdbc.sql("insert into audit.entry (at, account, organisation, kind, act, subject_kind, subject)"
                                + " values (?, ?, ?, 'read', 'casefile.person', 'case', ?)")
                        .params(now, layla, accounts.viewer(Persona.LAYLA).organisation(), UUID.randomUUID())
                        .update();
            }
        });
        runTwice();
        assertThat(TestDatabase.count(
                        "select count(*) from oversight.alarm a join oversight.alarm_reason r on r.alarm = a.id"
                                + " where a.account = ? and r.reason = 'many-cases'",
                        layla))
                .isEqualTo(1);
        var hana = Visitor.signedIn(port, Persona.HANA);
        String list = hana.get("/oversight/alarms").body();
        String before = list.substring(0, list.indexOf(Persona.LAYLA.name().ar()));
        String address =
                before.substring(before.lastIndexOf("/oversight/alarms/")).split("\"")[0];
        assertThat(hana.get("/").body()).contains(address);
        var page = hana.get(address);
        assertThat(page.body())
                .contains(Persona.LAYLA.name().ar(), said("oversight.alarm.why"))
                .contains(said("oversight.unusual.many-cases"));
        for (Persona other : List.of(Persona.LAYLA, Persona.SAMIR, Persona.RIMA, Persona.OMAR)) {
            assertThat(Visitor.signedIn(port, other).get(address).status())
                    .as(other.key())
                    .isEqualTo(404);
        }
        assertThat(Visitor.signedIn(port, Persona.TONY).get(address).body()).doesNotContain(address + "/review");
        var form = page.form(address + "/review");
        assertThat(form.post(hana).status()).isEqualTo(422);
        assertThat(hana.get(address)
                        .form(address + "/review")
                        .with("outcome", "talked")
                        .post(hana)
                        .status())
                .isEqualTo(303);
        assertThat(hana.get(address).body())
                .contains(said("oversight.outcome.talked"))
                .doesNotContain("/review\"");
        assertThat(hana.get("/").form("/sign-out").action()).isNotEmpty();
    }

    @Test
    void whoReadsACaseToWhichTheyHaveATieIsSeen() {
        var way = selam.lives();
        var reader = somebody("mosa-social-services");
        var nadim = new Newcomers(port, accounts, clock).signedIn(reader);
        assertThat(nadim.get(way.page("")).status()).isEqualTo(200);
        declare(nadim, "بستان المرجان");
        accuse(way, "Bustan Murjan");
        runTwice();
        assertThat(alarmsOf(reader)).isOne();
    }

    @Test
    void whoTriesToReadACaseToWhichTheyHaveATieIsSeen() {
        var way = selam.lives();
        var stranger = somebody("unhcr-lebanon");
        var salwa = new Newcomers(port, accounts, clock).signedIn(stranger);
        declare(salwa, "بستان الياقوت");
        accuse(way, "Bustan Yaqout");
        runTwice();
        assertThat(alarmsOf(stranger)).isZero();
        assertThat(salwa.get(way.page("")).status()).isEqualTo(404);
        runTwice();
        assertThat(alarmsOf(stranger)).isOne();
    }

    private Persona somebody(String organisation) {
        var persona = new Persona(
                "invented-" + UUID.randomUUID(),
                new LocalizedText("نديم", "Nadim", "Nadim"),
                organisation,
                Set.of(Role.CASE_MANAGER));
        accounts.make(List.of(persona));
        return persona;
    }

    private static void declare(Visitor visitor, String business) {
        visitor.get("/account/ties")
                .form("/account/ties/business")
                .with("name", business, "whose", "own-business")
                .post(visitor);
    }

    private void accuse(Selam.Way way, String employer) {
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        samir.get(way.page("/accused"))
                .form(way.page("/accused"))
                .with("role", "Employer", "employer", employer)
                .post(samir);
    }

    private long alarmsOf(Persona reader) {
        return TestDatabase.count(
                "select count(*) from oversight.alarm a join oversight.alarm_reason r on r.alarm = a.id"
                        + " where a.account = ? and r.reason = 'relations'",
                accounts.account(reader));
    }

    /** An alarm is raised once for an account and a day, and the tests before may have raised hers. */
    private static void whatOthersMadeHerReadIsForgotten(UUID account) {
        for (String table : List.of("alarm_review", "alarm_reason")) {
            TestDatabase.administrator("delete from oversight." + table
                    + " where alarm in (select id from oversight.alarm where account = '" + account + "')");
        }
        TestDatabase.administrator("delete from oversight.alarm where account = '" + account + "'");
    }

    private void runTwice() {
        CurrentViewer.run(everybody.system(watch.name()), () -> {
            watch.run();
            watch.run();
        });
    }

    @Test
    void manyMeansDifferentCasesWithinTheWindow() {
        var limits = new Limits(3, java.time.Duration.ofMinutes(60), 2, java.time.Duration.ZERO);
        assertThat(Unusual.manyCases(readings(0, 20, 40), limits))
                .hasValueSatisfying(found -> assertThat(found.cases()).isEqualTo(3));
        assertThat(Unusual.manyCases(readings(0, 40, 80, 120), limits)).isEmpty();
        var same = readings(0, 1, 2).stream()
                .map(each -> new Reading(each.at(), each.account(), each.organisation(), new UUID(1, 1)))
                .toList();
        assertThat(Unusual.manyCases(same, limits)).isEmpty();
    }

    @Test
    void outsideHoursFollowsTheCalendarOfTheCountry() {
        var calendar = countries.current().calendar();
        var limits = new Limits(9, java.time.Duration.ofMinutes(60), 1, java.time.Duration.ofMinutes(60));
        LocalDate monday = LocalDate.parse("2026-11-16");
        assertThat(limits.isOutsideHours(calendar, at(monday, "07:30"))).isFalse();
        assertThat(limits.isOutsideHours(calendar, at(monday, "06:30"))).isTrue();
        assertThat(limits.isOutsideHours(calendar, at(monday, "16:00"))).isFalse();
        assertThat(limits.isOutsideHours(calendar, at(monday, "23:00"))).isTrue();
        assertThat(limits.isOutsideHours(calendar, at(monday.minusDays(1), "10:00")))
                .isTrue();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(BEIRUT).toInstant();
    }

    private static List<Reading> readings(int... minutes) {
        var readings = new ArrayList<Reading>();
        for (int minute : minutes) {
            Instant at = Instant.parse("2026-11-16T09:00:00Z").plusSeconds(60L * minute);
            readings.add(new Reading(at, new UUID(0, 7), new UUID(0, 8), UUID.randomUUID()));
        }
        return readings;
    }

    private String said(String key) {
        return texts.say(Language.AR, key, "|").split("\\|")[0];
    }
}
