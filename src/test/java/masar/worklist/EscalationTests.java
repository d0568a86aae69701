package masar.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.internal.InventedFailure;
import masar.worklist.internal.InventedFocalPoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that waits is told upwards, level by level, as the pack says, until somebody does it or says that they act. */
@MasarTest
class EscalationTests {

    private static final String STEP = "assistance-plan";

    @Autowired
    Worklist worklist;

    @Autowired
    Deadlines deadlines;

    @Autowired
    List<Job> jobs;

    @Autowired
    Accounts staff;

    @Autowired
    InventedFocalPoints focalPoints;

    @Autowired
    InventedFailure failure;

    @Autowired
    Countries countries;

    @Autowired
    Selam selam;

    @Autowired
    MovableClock clock;

    private Subject subject;
    private UUID task;

    @BeforeEach
    void hanaIsTheFocalPointOfSocialAffairs() {
        selam.as(Persona.HANA, hana -> {
            focalPoints.name(hana.organisation(), hana.account(), hana.account());
            return true;
        });
        subject = new Subject("report", UUID.randomUUID());
    }

    @AfterEach
    void nobodyIsTheFocalPoint() {
        selam.as(Persona.HANA, hana -> {
            focalPoints.end(hana.organisation(), hana.account());
            return true;
        });
    }

    @Test
    void aStepIsRemindedOfOnceHalfItsTimeIsOver() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofMinutes(119));
        assertThat(told()).isEmpty();
        timeGoesBy(Duration.ofMinutes(2));
        assertThat(told()).containsExactly("1 reminder case-manager");
        timeGoesBy(Duration.ZERO);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatHasMoreThanADayIsRemindedOfWhenThreeQuartersOfItsTimeAreOver() {
        waits(Duration.ofHours(40));
        timeGoesBy(Duration.ofHours(29));
        assertThat(told()).isEmpty();
        timeGoesBy(Duration.ofMinutes(61));
        assertThat(told()).containsExactly("1 reminder case-manager");
    }

    @Test
    void onceItIsLateThoseAboveAreToldOneAfterTheOther() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(2));
        timeGoesBy(Duration.ofHours(2));
        assertThat(told()).containsExactly("1 reminder case-manager", "2 officer case-manager");
        timeGoesBy(Duration.ofMinutes(61));
        assertThat(told()).endsWith("3 supervisor supervisor");
        timeGoesBy(Duration.ofMinutes(181));
        assertThat(told()).endsWith("4 focal-point hana");
        timeGoesBy(Duration.ofMinutes(361));
        assertThat(told()).endsWith("5 coordinator coordinator").hasSize(5);
        timeGoesBy(Duration.ofDays(30));
        assertThat(told()).as("nobody is left to be told").hasSize(5);
    }

    @Test
    void whoeverTookTheStepIsToldByName() {
        waits(Duration.ofHours(4));
        UUID samir = selam.as(Persona.SAMIR, Viewer::account);
        worklist.take(subject, organisation(), samir);
        timeGoesBy(Duration.ofHours(2));
        assertThat(told()).containsExactly("1 reminder samir");
    }

    @Test
    void afterALongSilenceOneLevelIsToldAndTheOthersKeepTheirTime() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofDays(5));
        assertThat(told()).containsExactly("1 officer case-manager");
        timeGoesBy(Duration.ofMinutes(59));
        assertThat(told()).hasSize(1);
        timeGoesBy(Duration.ofMinutes(2));
        assertThat(told()).endsWith("2 supervisor supervisor");
    }

    @Test
    void aLevelWithNobodyInItIsPassedOver() {
        subject = new Subject("report", UUID.randomUUID());
        opens("gsd-detention", Role.FRONT_LINE_OFFICER, Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        timeGoesBy(Duration.ofHours(2));
        assertThat(told())
                .as("no supervisor and no focal point there: the coordinators")
                .containsExactly("1 officer front-line-officer", "2 coordinator coordinator");
        timeGoesBy(Duration.ofDays(3));
        assertThat(told()).as("nobody is told twice").hasSize(2);
    }

    @Test
    void anOfficeWithoutPeopleDoesNotKeepALateStepToItself() {
        opens("mosa-social-services", Role.JUSTICE_OFFICER, Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        assertThat(told()).containsExactly("1 supervisor supervisor");
    }

    @Test
    void aStepWhoseTellingFailsHoldsUpNoOtherAndIsToldLater() {
        waits(Duration.ofHours(4));
        UUID broken = task;
        UUID theirs = subject.id();
        timeGoesBy(Duration.ofHours(5));
        failure.over(theirs);
        subject = new Subject("report", UUID.randomUUID());
        waits(Duration.ofMinutes(1));
        timeGoesBy(Duration.ofHours(2));
        assertThat(told()).containsExactly("1 officer case-manager");
        assertThat(toldOf(broken)).as("nothing half told").containsExactly("1 officer case-manager");
        failure.noLonger(theirs);
        timeGoesBy(Duration.ofMinutes(61));
        assertThat(toldOf(broken)).endsWith("2 supervisor supervisor").hasSize(2);
    }

    @Test
    void anAlarmAboutAColleagueIsToldToNobodyAboveWhoeverLooksIntoIt() {
        subject = new Subject("alarm", UUID.randomUUID());
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(2));
        timeGoesBy(Duration.ofHours(3));
        timeGoesBy(Duration.ofDays(3));
        assertThat(told()).containsExactly("1 reminder case-manager", "2 officer case-manager");
    }

    @Test
    void whoeverSaysThatTheyActIsLeftInPeaceUntilThen() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        acknowledges(Persona.SAMIR, "acting-day");
        Instant until = acknowledged();
        assertThat(until).isEqualTo(due("acting-day"));
        timeGoesBy(Duration.between(clock.instant(), until).minusMinutes(1));
        assertThat(told()).containsExactly("1 officer case-manager");
        timeGoesBy(Duration.ofMinutes(2));
        assertThat(told()).endsWith("2 supervisor supervisor");
        assertThat(entered("worklist.acknowledge")).isOne();
    }

    @Test
    void oneSaysItOnceAfterEachNotice() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        acknowledges(Persona.SAMIR, "acting-hours");
        assertRefused(Persona.ZIAD, "acting-hours", "worklist.refused.acknowledged.already");
        timeGoesBy(Duration.between(clock.instant(), acknowledged()).plusMinutes(1));
        assertThat(told()).endsWith("2 supervisor supervisor");
        acknowledges(Persona.HANA, "acting-hours");
        timeGoesBy(Duration.between(clock.instant(), acknowledged()).plusMinutes(1));
        assertThat(told()).endsWith("3 focal-point hana");
    }

    @Test
    void whenTheCoordinatorActsAndStillNothingIsDoneTheyAreToldAgain() {
        waits(Duration.ofHours(4));
        for (int hours : List.of(5, 2, 4, 7)) {
            timeGoesBy(Duration.ofHours(hours));
        }
        assertThat(told()).endsWith("4 coordinator coordinator");
        acknowledges(Persona.OMAR, "acting-hours");
        timeGoesBy(Duration.between(clock.instant(), acknowledged()).plusMinutes(1));
        assertThat(told()).endsWith("5 coordinator coordinator").hasSize(5);
    }

    @Test
    void onlyWhoMustActOrWasToldSaysThatTheyAct() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        for (Persona stranger : List.of(Persona.HANA, Persona.OMAR, Persona.NOUR, Persona.TONY, Persona.SARA)) {
            assertRefused(stranger, "acting-hours", "shell.refused.not.found");
        }
        assertRefused(Persona.SAMIR, "closure-request", "shell.problem.not.offered");
    }

    @Test
    void aStepThatIsDoneTellsNobodyAndItsNoticesAreOver() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        timeGoesBy(Duration.ofHours(2));
        assertThat(open()).isEqualTo(2);
        selam.as(Persona.SAMIR, samir -> {
            worklist.close(subject, STEP, Optional.empty(), samir.account());
            return true;
        });
        assertThat(open()).isZero();
        timeGoesBy(Duration.ofDays(10));
        assertThat(told()).hasSize(2);
        assertRefused(Persona.SAMIR, "acting-hours", "worklist.refused.done");
    }

    @Test
    void eachTellingIsEnteredInTheAuditAsAnActOfMasar() {
        waits(Duration.ofHours(4));
        for (int hours : List.of(2, 2, 2)) {
            timeGoesBy(Duration.ofHours(hours));
        }
        UUID masar = staff.system("worklist-timers").account();
        for (String act : List.of("worklist.remind", "worklist.overdue", "worklist.escalate")) {
            assertThat(entered(act)).as(act).isOne();
        }
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where subject = ? and account = ?", subject.id(), masar))
                .isEqualTo(3);
    }

    @Test
    void whatIsShownOfAStepIsForThoseWhoWereToldAndHoldsACodeOnly() {
        waits(Duration.ofHours(4));
        timeGoesBy(Duration.ofHours(5));
        timeGoesBy(Duration.ofHours(2));
        OpenStep hanas = selam.as(Persona.HANA, hana -> deadlines.step(hana, task));
        assertThat(hanas.code()).isEqualTo("TEST-1");
        assertThat(hanas.address()).as("she sees nothing of the case").isNull();
        assertThat(hanas.told()).extracting(OpenStep.Told::level).containsExactly("supervisor");
        assertThat(hanas.mayAcknowledge()).isTrue();
        OpenStep samirs = selam.as(Persona.SAMIR, samir -> deadlines.step(samir, task));
        assertThat(samirs.address()).isEqualTo("/cases/none");
        assertThatThrownBy(() -> selam.as(Persona.NOUR, nour -> deadlines.step(nour, task)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.isNotFound()).isTrue());
    }

    private void waits(Duration given) {
        opens("mosa-social-services", Role.CASE_MANAGER, given);
    }

    private void opens(String organisation, Role role, Duration given) {
        Instant now = clock.instant();
        task = UUID.randomUUID();
        selam.as(Persona.SAMIR, samir -> {
            worklist.open(new Task(
                    task,
                    subject,
                    Optional.empty(),
                    "TEST-1",
                    STEP,
                    LocalizedText.same("plan"),
                    "/cases/none",
                    selam.organisation(organisation),
                    role,
                    Optional.empty(),
                    samir.account(),
                    now,
                    now.plus(given)));
            return true;
        });
    }

    private void timeGoesBy(Duration duration) {
        clock.advance(duration);
        var timers = jobs.stream()
                .filter(job -> job.name().equals("worklist-timers"))
                .findFirst()
                .orElseThrow();
        CurrentViewer.run(staff.system(timers.name()), timers::run);
    }

    private void acknowledges(Persona persona, String forSoLong) {
        selam.as(persona, viewer -> {
            deadlines.acknowledge(viewer, task, forSoLong);
            return true;
        });
    }

    private void assertRefused(Persona persona, String forSoLong, String key) {
        assertThatThrownBy(() -> acknowledges(persona, forSoLong))
                .as(persona.key())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private Instant due(String key) {
        var country = countries.current();
        return country.calendar()
                .due(clock.instant(), country.clock(key))
                .truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private UUID organisation() {
        return selam.organisation("mosa-social-services");
    }

    /** What was told of the step: number, level, and the role or the person told. */
    private List<String> told() {
        return toldOf(task);
    }

    private static List<String> toldOf(UUID task) {
        return list("select n.telling || ' ' || n.level || ' ' || coalesce(n.told_role, a.sign_in_name)"
                + " from worklist.notice n left join access.account a on a.id = n.told_account"
                + " where n.task = '" + task + "' order by n.telling");
    }

    private Instant acknowledged() {
        return Instant.parse(
                list("select to_char(max(acts_until) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                                + " from worklist.acknowledgement where task = '" + task + "'")
                        .getFirst());
    }

    private long open() {
        return TestDatabase.count("select count(*) from worklist.notice where task = ? and over_at is null", task);
    }

    private long entered(String act) {
        return TestDatabase.count("select count(*) from audit.entry where subject = ? and act = ?", subject.id(), act);
    }

    private static List<String> list(String sql) {
        try (var everything = TestDatabase.administrator();
                var rows = everything.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
