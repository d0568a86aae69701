package masar.detention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.internal.InventedCaseWork;
import masar.country.Countries;
import masar.detention.Detention.Circumstances;
import masar.detention.Detention.Release;
import masar.people.Duties;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.sealing.Erasure;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Selam is held: the days are counted, alarms ring until somebody acts, and those who hold her never read of it. */
@MasarTest
class DetentionTests {

    @Autowired
    Selam selam;

    @Autowired
    Detentions detentions;

    @Autowired
    Duties duties;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    Grants grants;

    @Autowired
    Erasure erasure;

    @Autowired
    Countries countries;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void samirHoldsSelamsCase() {
        way = selam.lives();
    }

    @Test
    void theDaysInDetentionStandOnTheHeadOfTheCaseAndInTheListOfThoseHeld() {
        isHeld(12, 9L);
        var samir = visitor(Persona.SAMIR);
        assertThat(samir.get(way.page("")).body())
                .contains(texts.say(Language.AR, "detention.alert.held", 12L))
                .contains(texts.say(Language.AR, "detention.alert.removal", 9L));
        assertThat(samir.get("/detained").body())
                .contains(code())
                .contains(texts.say(Language.AR, "detention.days", 12L));
        clock.advance(Duration.ofDays(1));
        assertThat(visitor(Persona.SAMIR).get(way.page("/person")).body())
                .contains(texts.say(Language.AR, "detention.alert.held", 13L));
        assertThat(visitor(Persona.ZIAD).get("/detained").body()).doesNotContain(code());
    }

    @Test
    void itIsRecordedAndChangedOnThePageAndSealed() {
        var samir = visitor(Persona.SAMIR);
        String form = way.page("/detention/form");
        var typed = samir.get(form)
                .form(way.page("/detention"))
                .with("heldSince", today().minusDays(2).toString(), "facilityKind", "immigration-detention")
                .with("facility", selam.organisation("gsd-detention").toString(), "place", "zz3wing behind the court")
                .with("reason", "left-employer", "removalOn", "");
        assertThat(typed.without("reason").post(samir).status()).isEqualTo(422);
        assertThat(samir.get(form)
                        .form(way.page("/detention"))
                        .with("heldSince", "20x5", "facilityKind", "prison", "reason", "left-employer")
                        .post(samir)
                        .status())
                .isEqualTo(422);
        assertThat(typed.post(samir).leadsTo()).contains("detention.done.recorded");
        assertThat(samir.get(way.page("/detention")).body()).contains("zz3wing", say("detention.reason"));
        UUID stay = stay();
        var change = samir.get(form)
                .form(way.page("/detention/" + stay))
                .with("heldSince", today().minusDays(3).toString(), "facilityKind", "prison")
                .with(
                        "reason",
                        "irregular-stay",
                        "removalOn",
                        today().plusDays(30).toString());
        assertThat(change.post(samir).leadsTo()).contains("detention.done.recorded");
        assertThat(samir.anyForm(way.page("/detention/" + stay))
                        .with("version", "1", "heldSince", today().toString(), "facilityKind", "prison")
                        .with("reason", "irregular-stay")
                        .post(samir)
                        .status())
                .as("what was read has been changed since")
                .isEqualTo(422);
        assertThat(TestDatabase.count("select count(*) from detention.stay_line where stay = ?", stay))
                .isEqualTo(2);
        assertThat(TestDatabase.count(
                        "select count(*) from detention.stay where encode(sealed, 'escape')" + " like '%zz3wing%'"))
                .isZero();
    }

    @Test
    void anAlarmRingsAtTheDaysOfThePackAndTheNextIsSetWhenSomebodySaysWhatWasDone() {
        isHeld(0, null);
        assertThat(alarm("detained-alarm")).isEqualTo(due(midnight(today()), "detained-alarm-1"));
        review();
        assertThat(alarm("detained-alarm"))
                .as("answered too early: it still rings at its day")
                .isEqualTo(due(midnight(today()), "detained-alarm-1"));
        LocalDate begun = today();
        until(alarm("detained-alarm"));
        review();
        assertThat(alarm("detained-alarm")).isEqualTo(due(midnight(begun), "detained-alarm-2"));
        until(alarm("detained-alarm"));
        review();
        assertThat(alarm("detained-alarm")).isEqualTo(due(midnight(begun), "detained-alarm-3"));
        until(alarm("detained-alarm"));
        Instant before = clock.instant();
        review();
        assertThat(alarm("detained-alarm"))
                .as("when all have rung, it comes again")
                .isBetween(due(before, "detained-again"), due(clock.instant(), "detained-again"));
    }

    @Test
    void anAlarmNobodyAnswersGoesUpInTheOrganisationThatOwnsTheCase() {
        isHeld(6, null);
        assertThat(Duties.whose(way.caseId())).contains("detained-alarm mosa-social-services case-manager");
        until(alarm("detained-alarm"));
        duties.timeGoesBy(Duration.ZERO);
        assertThat(Duties.told(way.caseId(), "detained-alarm")).contains("officer");
        duties.timeGoesBy(Duration.ofDays(5));
        duties.timeGoesBy(Duration.ofDays(6));
        duties.timeGoesBy(Duration.ofDays(8));
        assertThat(Duties.told(way.caseId(), "detained-alarm")).contains("officer", "supervisor", "coordinator");
        review();
        assertThat(Duties.told(way.caseId(), "detained-alarm"))
                .as("somebody acted: the next alarm has told nobody yet")
                .isEmpty();
    }

    @Test
    void alarmsStandBeforeARemovalAndMoveWithItsDate() {
        isHeld(1, 40L);
        assertThat(alarm("removal-alarm-1")).isEqualTo(midnight(today().plusDays(40 - clockDays("removal-alarm-1"))));
        assertThat(alarm("removal-alarm-2")).isEqualTo(midnight(today().plusDays(40 - clockDays("removal-alarm-2"))));
        Instant held = alarm("detained-alarm");
        removalMovesTo(today().plusDays(60));
        assertThat(alarm("removal-alarm-1")).isEqualTo(midnight(today().plusDays(60 - clockDays("removal-alarm-1"))));
        assertThat(alarm("detained-alarm")).as("the other alarm stays").isEqualTo(held);
        removalMovesTo(null);
        assertThat(Duties.of(way.caseId())).doesNotContainKeys("removal-alarm-1", "removal-alarm-2");
    }

    @Test
    void aRemovalThatIsNearRingsAtOnce() {
        Instant before = clock.instant();
        isHeld(1, 2L);
        assertThat(alarm("removal-alarm-1")).isBetween(before, clock.instant());
        duties.timeGoesBy(Duration.ofSeconds(1));
        assertThat(Duties.told(way.caseId(), "removal-alarm-1")).containsExactly("officer");
        duties.timeGoesBy(Duration.ofMinutes(61));
        assertThat(Duties.told(way.caseId(), "removal-alarm-1"))
                .as("with so little time, an hour is waited and no more")
                .containsExactly("officer", "supervisor");
    }

    @Test
    void whatWasSaidBeforeARemovalWasMovedAnswersNothing() {
        isHeld(1, 5L);
        assertThat(Duties.of(way.caseId())).containsKeys("removal-alarm-1", "removal-alarm-2");
        review();
        assertThat(Duties.of(way.caseId()))
                .as("the first has been answered, the second is still to come")
                .doesNotContainKey("removal-alarm-1")
                .containsKey("removal-alarm-2");
        removalMovesTo(today().plusDays(1));
        assertThat(Duties.of(way.caseId())).containsKeys("removal-alarm-1", "removal-alarm-2");
    }

    @Test
    void theReleaseEndsEveryAlarm() {
        UUID stay = isHeld(8, 9L);
        var later = new Release(today().plusDays(1), "to-shelter", null);
        assertRefused("detention.refused.future", () -> released(stay, later));
        released(stay, new Release(today(), "to-shelter", "handed to the night team"));
        assertThat(Duties.of(way.caseId())).doesNotContainKeys("detained-alarm", "removal-alarm-1", "removal-alarm-2");
        var samir = visitor(Persona.SAMIR);
        assertThat(samir.get("/detained").body()).doesNotContain(code());
        assertThat(samir.get(way.page("/detention")).body())
                .contains(
                        "handed to the night team",
                        countries
                                .current()
                                .wordList("interview-phase")
                                .text("POST")
                                .ar());
        assertRefused("detention.refused.over", this::review);
    }

    @Test
    void nobodyIsHeldTwiceAtOnceNorFromADayToCome() {
        assertRefused("detention.refused.future", () -> isHeld(-1, null));
        isHeld(1, null);
        assertRefused("detention.refused.already.held", () -> isHeld(0, null));
    }

    @Test
    void whoeverDetainsOrPolicesReadsNothingOfItWhateverTheyWereGranted() {
        isHeld(12, 9L);
        for (Persona persona : List.of(Persona.FADI, Persona.JAD)) {
            UUID account = selam.as(persona, Viewer::account);
            selam.as(Persona.SAMIR, samir -> {
                grants.give(way.caseId().subject(), Grants.accountKey(account), Depth.FULL, "by-name");
                return true;
            });
            assertRefused(
                    "shell.refused.not.found", () -> selam.as(persona, viewer -> detentions.of(viewer, way.caseId())));
            assertThat(rows(persona)).as(persona.key()).isZero();
            assertThat(visitor(persona).get(way.page("")).body())
                    .as(persona.key())
                    .doesNotContain(texts.say(Language.AR, "detention.alert.held", 12L));
        }
        assertThat(rows(Persona.SAMIR)).isEqualTo(2);
        for (Persona stranger : List.of(Persona.ZIAD, Persona.LAYLA, Persona.NOUR, Persona.OMAR)) {
            assertThat(rows(stranger)).as(stranger.key()).isZero();
        }
    }

    @Test
    void onlyTheOwnerOfTheCaseWritesIt() {
        UUID rana = selam.as(Persona.NOUR, Viewer::account);
        selam.as(Persona.SAMIR, samir -> {
            grants.give(way.caseId().subject(), Grants.accountKey(rana), Depth.FULL, "by-name");
            return true;
        });
        var circumstances = circumstances(1, null);
        assertRefused(
                "detention.refused.not.owner",
                () -> selam.as(Persona.NOUR, nour -> detentions.record(nour, way.caseId(), circumstances)));
    }

    @Test
    void whoeverOpensAClosedCaseAgainFindsTheAlarmsSet() {
        isHeld(1, 40L);
        closes();
        assertThat(Duties.of(way.caseId())).doesNotContainKeys("detained-alarm", "removal-alarm-1");
        selam.as(Persona.HANA, hana -> {
            caseWork.reopen(hana, way.caseId(), "she is still there");
            return true;
        });
        assertThat(Duties.of(way.caseId())).containsKeys("detained-alarm", "removal-alarm-1", "removal-alarm-2");
    }

    @Test
    void itGoesWithTheCaseWhenTheCaseIsErased() {
        isHeld(1, null);
        UUID second = selam.as(Persona.HANA, Viewer::account);
        selam.as(Persona.SAMIR, samir -> erasure.erase(samir, way.caseId().subject(), "request", second));
        for (String table : List.of("stay", "stay_line")) {
            assertThat(TestDatabase.count(
                            "select count(*) from detention." + table + " where case_id = ?",
                            way.caseId().value()))
                    .isZero();
        }
    }

    private void closes() {
        selam.as(Persona.SAMIR, samir -> {
            caseWork.requestClosure(samir, way.caseId(), "detained-or-deported", "taken away");
            return true;
        });
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, way.caseId(), "");
            return true;
        });
    }

    private UUID isHeld(int days, @Nullable Long daysToRemoval) {
        var circumstances = circumstances(days, daysToRemoval);
        return selam.as(Persona.SAMIR, samir -> detentions.record(samir, way.caseId(), circumstances));
    }

    private Circumstances circumstances(int days, @Nullable Long daysToRemoval) {
        return new Circumstances(
                today().minusDays(days),
                "immigration-detention",
                selam.organisation("gsd-detention"),
                "second floor",
                "left-employer",
                null,
                daysToRemoval == null ? null : today().plusDays(daysToRemoval));
    }

    private void removalMovesTo(@Nullable LocalDate day) {
        selam.as(Persona.SAMIR, samir -> {
            var known = detentions.current(samir, way.caseId()).orElseThrow();
            var before = known.circumstances();
            var after = new Circumstances(
                    before.heldSince(),
                    before.facilityKind(),
                    before.facility(),
                    before.place(),
                    before.reason(),
                    before.removalOrderedOn(),
                    day);
            detentions.change(samir, way.caseId(), known.id(), after, known.version());
            return true;
        });
    }

    private void review() {
        UUID stay = stay();
        selam.as(Persona.SAMIR, samir -> {
            detentions.review(samir, way.caseId(), stay, "the lawyer asked again");
            return true;
        });
    }

    private void released(UUID stay, Release release) {
        selam.as(Persona.SAMIR, samir -> {
            detentions.release(samir, way.caseId(), stay, release);
            return true;
        });
    }

    private UUID stay() {
        return selam.as(Persona.SAMIR, samir -> detentions.of(samir, way.caseId()))
                .getFirst()
                .id();
    }

    private Instant alarm(String step) {
        assertThat(Duties.of(way.caseId())).containsKey(step);
        return Duties.of(way.caseId()).get(step);
    }

    private void until(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment).plusMinutes(1));
    }

    private Instant due(Instant start, String key) {
        var country = countries.current();
        return country.calendar().due(start, country.clock(key));
    }

    private long clockDays(String key) {
        return countries.current().clock(key).amount();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(countries.current().calendar().zone()).toInstant();
    }

    private LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    private String code() {
        return TestDatabase.text("select code from casefile.case_record where id = '"
                + way.caseId().value() + "'");
    }

    private long rows(Persona persona) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> jdbc.sql("select (select count(*) from detention.stay where"
                                + " case_id = ?) + (select count(*) from detention.stay_line where case_id = ?)")
                        .params(way.caseId().value(), way.caseId().value())
                        .query(Long.class)
                        .single()));
    }

    private Visitor visitor(Persona persona) {
        return Visitor.signedIn(port, persona);
    }

    private String say(String key) {
        return texts.say(Language.AR, key);
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
