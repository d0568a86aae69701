package masar.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import masar.shared.Language;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see of steps that wait: on their own page, on the case, and on the page of one step. */
@MasarTest
class DeadlinePagesTests {

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    List<Job> jobs;

    @Autowired
    Accounts staff;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private String code;
    private UUID task;

    @BeforeEach
    void selamWaitsForCaritas() {
        TestDatabase.administrator("update worklist.task set done_at = now(), done_by = asked_by, rings_at = null"
                + " where done_at is null and role = 'service-provider'");
        way = selam.lives();
        code = selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId())).code();
        task = selam.taskOf(way.toCaritas());
    }

    @Test
    void whatIsLateStandsApartAndTellsWhoWasTold() {
        daysGoBy(9);
        var nour = Visitor.signedIn(port, Persona.NOUR);
        assertThat(nour.get("/").body())
                .contains(said("worklist.late"), code, "/worklist/" + task)
                .contains(said("worklist.told.last.officer"));
        assertThat(nour.get("/worklist/" + task).body())
                .contains(code, said("worklist.told.officer"), said("worklist.acknowledge.title"));
    }

    @Test
    void nourSaysThatSheActsAndHerAnswerStandsOnTheCase() {
        daysGoBy(9);
        var nour = Visitor.signedIn(port, Persona.NOUR);
        String address = "/worklist/" + task;
        String act = address + "/acknowledgement";
        assertThat(nour.get(address).form(act).post(nour).status())
                .as("without a time")
                .isEqualTo(422);
        assertThat(nour.get(address)
                        .form(act)
                        .with("until", "break-glass")
                        .post(nour)
                        .status())
                .as("with a time that is not offered")
                .isEqualTo(422);
        var answer = nour.get(address).form(act).with("until", "acting-day").post(nour);
        assertThat(answer.leadsTo()).startsWith(address).contains("worklist.done.acknowledged");
        assertThat(nour.get(address).body())
                .contains(Persona.NOUR.name().ar())
                .doesNotContain(said("worklist.acknowledge.title"));
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        assertThat(samir.get(way.page("/deadlines")).body())
                .contains(said("worklist.acknowledged"))
                .as("the others' staff by their organisation")
                .doesNotContain(Persona.NOUR.name().ar());
        assertThat(samir.get(way.page("")).body()).contains(said("chronology.step.acknowledged"));
    }

    @Test
    void theCoordinatorIsToldByCodeAndOpensNothing() {
        daysGoBy(9);
        daysGoBy(9);
        var omar = Visitor.signedIn(port, Persona.OMAR);
        String home = omar.get("/").body();
        assertThat(home)
                .contains(said("worklist.escalated"), code, "/worklist/" + task)
                .doesNotContain(Selam.NAME, Selam.TOLD);
        String page = omar.get("/worklist/" + task).body();
        assertThat(page).contains(code).doesNotContain(Selam.NAME, Selam.TOLD, "/referrals/" + way.toCaritas() + "\"");
        assertThat(omar.get("/referrals/" + way.toCaritas()).status()).isEqualTo(404);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        assertThat(samir.get(way.page("")).body()).contains(said("chronology.step.escalated.coordinator"));
    }

    @Test
    void aSealedCaseIsNoLongerToldOfToOffices() {
        daysGoBy(9);
        daysGoBy(9);
        assertThat(Visitor.signedIn(port, Persona.OMAR).get("/").body()).contains(code);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String seal = way.page("/sight/seal");
        assertThat(samir.get(way.page("/sight")).form(seal).post(samir).status())
                .isEqualTo(303);
        var omar = Visitor.signedIn(port, Persona.OMAR);
        assertThat(omar.get("/").body()).doesNotContain(code);
        assertThat(omar.get("/worklist/" + task).status()).isEqualTo(404);
    }

    @Test
    void hanaNamesAFocalPointWhoIsToldAndEndsIt() {
        var hana = Visitor.signedIn(port, Persona.HANA);
        String page = "/worklist/focal-points";
        String act = page + "/" + accounts.account(Persona.ZIAD);
        assertThat(hana.get(page).form(act).post(hana).leadsTo()).contains("worklist.done.focal.point.named");
        assertThat(TestDatabase.count(
                        "select count(*) from worklist.focal_point where account = ? and ended_at is null",
                        accounts.account(Persona.ZIAD)))
                .isOne();
        assertThat(hana.get(page).form(act + "/end").post(hana).leadsTo()).contains("worklist.done.focal.point.ended");
        assertThat(TestDatabase.count(
                        "select count(*) from worklist.focal_point where account = ? and ended_at is null",
                        accounts.account(Persona.ZIAD)))
                .isZero();
        String stranger = page + "/" + accounts.account(Persona.NOUR);
        assertThat(hana.anyForm(stranger).post(hana).status())
                .as("somebody of another organisation")
                .isEqualTo(404);
    }

    private void daysGoBy(int days) {
        clock.advance(Duration.ofDays(days));
        var timers = jobs.stream()
                .filter(job -> job.name().equals("worklist-timers"))
                .findFirst()
                .orElseThrow();
        CurrentViewer.run(staff.system(timers.name()), timers::run);
    }

    /** The words of this message up to its first argument. */
    private String said(String key) {
        return texts.say(Language.AR, key, "|").split("\\|")[0];
    }
}
