package masar.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import masar.access.Accounts;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.casefile.internal.InventedCaseWork;
import masar.country.Countries;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Selam is presumed a victim: time to recover and think runs, and stands against what would break it. */
@MasarTest
class ReflectionTests {

    @Autowired
    Reflections reflections;

    @Autowired
    Identifications identifications;

    @Autowired
    Deciders deciders;

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    Countries countries;

    @Autowired
    Accounts staff;

    @Autowired
    List<Job> jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private CaseId id;

    @BeforeEach
    void selamIsPresumedAVictim() {
        way = selam.lives();
        id = way.caseId();
        deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void does(Persona persona, Consumer<Viewer> act) {
        selam.as(persona, viewer -> {
            act.accept(viewer);
            return viewer;
        });
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(countries.current().calendar().zone()).toLocalDate();
    }

    private void extends_(int days) {
        var until = day(deciders.period(id).endsAt()).plusDays(days);
        does(Persona.LAYLA, layla -> reflections.extend(layla, id, until, "she is still in hospital"));
    }

    private long open(String step) {
        return TestDatabase.count(
                "select count(*) from worklist.task where subject = ? and step = ? and done_at is null",
                id.value(),
                step);
    }

    private Instant due(String step) {
        return TestDatabase.instant("select due_at from worklist.task where subject = '" + id.value() + "' and step = '"
                + step + "' and done_at is null");
    }

    @Test
    void theOwnerAndTheAuthorityAreWarnedBeforeItEnds() {
        var ends = deciders.period(id).endsAt();
        assertThat(ChronoUnit.DAYS.between(day(due("reflection-warning-owner")), day(ends)))
                .isEqualTo(countries.current().clock("reflection-warning-owner").amount());
        assertThat(ChronoUnit.DAYS.between(day(due("reflection-warning-authority")), day(ends)))
                .isEqualTo(countries
                        .current()
                        .clock("reflection-warning-authority")
                        .amount());
        assertThat(Visitor.signedIn(port, Persona.SAMIR).get("/").body()).contains(way.page("/reflection"));
    }

    @Test
    void aWarningNobodySettlesIsRemindedOfAndGoesUp() {
        clock.advance(Duration.between(clock.instant(), due("reflection-warning-owner"))
                .minusDays(2));
        ring();
        assertThat(told("reflection-warning-owner")).containsExactly("reminder");
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        ring();
        clock.advance(Duration.ofDays(4));
        ring();
        assertThat(told("reflection-warning-owner")).containsExactly("reminder", "officer", "supervisor");
    }

    @Test
    void whoSpokeWithHerSettlesTheWarningOfTheirOwnOffice() {
        does(Persona.SAMIR, samir -> reflections.prepared(samir, id, "we spoke about the hearing"));
        assertThat(open("reflection-warning-owner")).isZero();
        assertThat(open("reflection-warning-authority")).isOne();
        does(Persona.LAYLA, layla -> reflections.prepared(layla, id, "she wants more time"));
        assertThat(open("reflection-warning-authority")).isZero();
    }

    @Test
    void aCompetentOfficerMakesItLongerAsFarAsThePackAllows() {
        var before = deciders.period(id);
        int most = countries.current().clock("reflection-extension-adult").amount();
        refused("identification.refused.extension.long", () -> extends_(most + 1));
        extends_(most);
        var after = deciders.period(id);
        assertThat(day(after.endsAt().minusMillis(1)))
                .isEqualTo(day(before.endsAt()).plusDays(most));
        assertThat(after.extensions()).isOne();
        assertThat(due("reflection-warning-owner")).isAfter(before.endsAt());
    }

    @Test
    void itIsMadeLongerNoMoreOftenThanThePackSays() {
        extends_(5);
        extends_(5);
        refused("identification.refused.extended.enough", () -> extends_(5));
    }

    @Test
    void neitherTheManagerNorAStrangerMakesItLonger() {
        var until = day(deciders.period(id).endsAt()).plusDays(5);
        refused(
                "identification.refused.not.competent",
                () -> does(Persona.SAMIR, samir -> reflections.extend(samir, id, until, "please")));
        refused(
                "shell.refused.not.found",
                () -> does(Persona.NOUR, nour -> reflections.extend(nour, id, until, "please")));
        refused(
                "identification.refused.reasons.needed",
                () -> does(Persona.LAYLA, layla -> reflections.extend(layla, id, until, " ")));
    }

    @Test
    void whileItRunsNobodyClosesTheCaseBecauseSheWasDeported() {
        refused(
                "identification.refused.closure.suspended",
                () -> does(Persona.SAMIR, samir -> caseWork.requestClosure(samir, id, "detained-or-deported", "-")));
        clock.advance(Duration.ofDays(31));
        does(Persona.SAMIR, samir -> caseWork.requestClosure(samir, id, "detained-or-deported", "-"));
    }

    @Test
    void otherModulesAskWhatItStandsAgainst() {
        for (String code : List.of("removal", "time-limit-to-leave", "statement-pressure")) {
            assertThat((Boolean) selam.as(Persona.FADI, fadi -> identifications.suspended(fadi, id, code)))
                    .as(code)
                    .isTrue();
        }
        assertThat((Boolean) selam.as(Persona.FADI, fadi -> identifications.suspended(fadi, id, "assistance")))
                .isFalse();
        refused(
                "shell.refused.not.found",
                () -> selam.as(Persona.JAD, jad -> identifications.suspended(jad, id, "removal")));
        clock.advance(Duration.ofDays(31));
        assertThat((Boolean) selam.as(Persona.FADI, fadi -> identifications.suspended(fadi, id, "removal")))
                .isFalse();
    }

    @Test
    void thePageShowsWhatIsSuspendedOnWhichGroundAndThatNobodyHasVerifiedIt() {
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var page = samir.get(way.page("/reflection")).body();
        assertThat(page)
                .contains(
                        "الترحيل والإبعاد",
                        "Council of Europe Convention art. 13",
                        texts.say(Language.AR, "shell.verify"));
        assertThat(samir.get(way.page("")).body())
                .as("days left on the head of the case")
                .contains(texts.say(Language.AR, "identification.alert.reflection", 29)
                        .substring(0, 4));
    }

    @Test
    void itEndsAtHerOwnWish() {
        does(Persona.SAMIR, samir -> reflections.endAtOwnWish(samir, id, "she wants to go home to her sister"));
        assertThat(deciders.period(id).endedEarly()).isTrue();
        assertThat(open("reflection-warning-owner")).isZero();
        assertThat((Boolean) selam.as(Persona.SAMIR, samir -> identifications.suspended(samir, id, "removal")))
                .isFalse();
    }

    @Test
    void againstHerWishItEndsOnlyWhenASecondPersonAgrees() {
        does(Persona.LAYLA, layla -> reflections.proposeEnd(layla, id, "public-order", "by order of the prosecutor"));
        assertThat(deciders.period(id).endedEarly()).isFalse();
        assertThat(Visitor.signedIn(port, Persona.HANA).get("/").body()).contains(way.page("/reflection"));
        refused(
                "identification.refused.end.own",
                () -> does(Persona.LAYLA, layla -> reflections.answerEnd(layla, id, true, "yes")));
        refused(
                "identification.refused.end.second",
                () -> does(Persona.SAMIR, samir -> reflections.answerEnd(samir, id, true, "yes")));
        does(Persona.HANA, hana -> reflections.answerEnd(hana, id, true, "the order was shown to me"));
        assertThat(deciders.period(id).endedEarly()).isTrue();
        assertThat(open("reflection-end")).isZero();
    }

    @Test
    void theSecondPersonMayLetItRun() {
        does(Persona.LAYLA, layla -> reflections.proposeEnd(layla, id, "false-claim", "her employer says so"));
        does(Persona.HANA, hana -> reflections.answerEnd(hana, id, false, "an employer's word is no ground"));
        assertThat(deciders.period(id).runs(clock.instant())).isTrue();
        refused(
                "identification.refused.end.not.proposed",
                () -> does(Persona.HANA, hana -> reflections.answerEnd(hana, id, true, "after all")));
    }

    @ParameterizedTest
    @CsvSource({
        "child, recovery-and-reflection-child",
        "unknown, recovery-and-reflection-child",
        "adult, recovery-and-reflection-adult"
    })
    void aChildHasTheTimeOfAChildAndSoHasWhoseAgeNobodyKnows(String age, String clockKey) {
        var theirs = selam.lives().caseId();
        becomes(theirs, age);
        deciders.decides(Persona.LAYLA, theirs, VictimStatus.PRESUMED);
        assertThat(deciders.period(theirs).clock()).isEqualTo(clockKey);
        if (!age.equals("adult")) {
            refused(
                    "identification.refused.reflection.child",
                    () -> does(Persona.SAMIR, samir -> reflections.endAtOwnWish(samir, theirs, "as they say")));
            int most = countries.current().clock("reflection-extension-child").amount();
            var until = day(deciders.period(theirs).endsAt()).plusDays(most);
            does(Persona.LAYLA, layla -> reflections.extend(layla, theirs, until, "school"));
        }
    }

    private void becomes(CaseId theirs, String age) {
        does(Persona.SAMIR, samir -> {
            Person person = cases.person(samir, theirs);
            cases.know(
                    samir,
                    theirs,
                    new Person(
                            person.id(),
                            person.names(),
                            null,
                            AgeStatus.of(age),
                            person.ageAtExploitation(),
                            person.gender(),
                            person.nationalities(),
                            person.language(),
                            person.whereabouts(),
                            person.version()));
        });
    }

    private void ring() {
        jobs.stream()
                .filter(job -> job.name().equals("worklist-timers"))
                .forEach(job -> CurrentViewer.run(staff.system(job.name()), job::run));
    }

    private List<String> told(String step) {
        return TestDatabase.list("select n.level from worklist.notice n join worklist.task t on t.id = n.task"
                + " where t.subject = '" + id.value() + "' and t.step = '" + step + "' order by n.telling, n.level");
    }
}
