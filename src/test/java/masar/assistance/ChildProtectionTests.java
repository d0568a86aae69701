package masar.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.assistance.ChildProtection.Assessed;
import masar.assistance.ChildProtection.Named;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.Consents;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.internal.InventedCaseWork;
import masar.country.Countries;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.Duties;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.sealing.Erasure;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Yonas is a child, or nobody knows: a guardian and an assessment are due, and his case is not closed without them. */
@MasarTest
class ChildProtectionTests {

    @Autowired
    Selam selam;

    @Autowired
    ChildProtection children;

    @Autowired
    Reports reports;

    @Autowired
    Cases cases;

    @Autowired
    Consents consents;

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

    @ParameterizedTest
    @ValueSource(strings = {"child", "unknown"})
    void aGuardianAndAnAssessmentAreDueFromTheFirstMomentAlsoWhileTheAgeIsUnknown(String age) {
        var country = countries.current();
        var before = clock.instant();
        CaseId yonas = isReported(age);
        for (String step : List.of("guardian", "best-interests-assessment")) {
            assertThat(Duties.of(yonas).get(step))
                    .isBetween(
                            country.calendar().due(before, country.clock(step)),
                            country.calendar().due(clock.instant(), country.clock(step)));
        }
        assertThat(Duties.whose(yonas)).contains("guardian mosa-social-services case-manager");
        taken(yonas);
        assertThat(Duties.of(yonas)).as("each once").containsKeys("guardian", "best-interests-assessment");
        guardianIsNamed(yonas);
        assertThat(Duties.of(yonas)).doesNotContainKey("guardian");
        assessed(yonas);
        assertThat(Duties.of(yonas)).doesNotContainKey("best-interests-assessment");
        assertThat(Duties.of(yonas).get("best-interests-review"))
                .as("what is best is looked at again")
                .isAfter(before.plus(java.time.Duration.ofDays(80)));
    }

    @Test
    void anAdultsCaseAsksForNeither() {
        CaseId adult = isReported("adult");
        assertThat(Duties.of(adult)).doesNotContainKeys("guardian", "best-interests-assessment");
        taken(adult);
        closes(adult);
        assertThat(state(adult)).isEqualTo("closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "unknown"})
    void noSuchCaseIsClosedWithoutAGuardianAndAnAssessment(String age) {
        CaseId yonas = taken(isReported(age));
        assertRefused("assistance.refused.child.guardian", () -> closureIsRequested(yonas));
        guardianIsNamed(yonas);
        assertRefused("assistance.refused.child.assessment", () -> closureIsRequested(yonas));
        assessed(yonas);
        closes(yonas);
        assertThat(state(yonas)).isEqualTo("closed");
    }

    @Test
    void thePageSaysWhatIsMissingAndKeepsWhatWasTyped() {
        CaseId yonas = taken(isReported("child"));
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String closure = "/cases/" + yonas.value() + "/closure";
        var answer = samir.get(closure)
                .form(closure)
                .with("reason", "goals-met", "contact", "not-asked", "note", "he lives with his aunt")
                .post(samir);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(texts.say(Language.AR, "assistance.refused.child.guardian"), "he lives with his aunt");
        assertThat(state(yonas)).isEqualTo("open");
    }

    @Test
    void whatHasGoneBetweenTheRequestAndTheApprovalHoldsTheClosureUp() {
        CaseId yonas = taken(isReported("child"));
        UUID aunt = guardianIsNamed(yonas);
        assessed(yonas);
        closureIsRequested(yonas);
        TestDatabase.administrator("insert into assistance.guardian_change (id, guardian, case_id, number, act, on_day,"
                + " sealed_reason, account, at) select gen_random_uuid(), id, case_id, 1, 'suspected', current_date,"
                + " sealed, named_by, now() from assistance.guardian where id = '" + aunt + "'");
        assertRefused(
                "assistance.refused.child.guardian",
                () -> selam.as(Persona.HANA, hana -> {
                    caseWork.approveClosure(hana, yonas, "");
                    return true;
                }));
        assertThat(state(yonas)).isEqualTo("closure-requested");
    }

    @Test
    void onlyASupervisorMayWriteWhyNoGuardianCouldBeNamed() {
        CaseId yonas = taken(isReported("child"));
        assertRefused("assistance.refused.supervisor.waives", () -> waives(Persona.SAMIR, yonas, "nobody found"));
        assertRefused("assistance.refused.waiver.reason", () -> waives(Persona.HANA, yonas, " "));
        waives(Persona.HANA, yonas, "the family was not found, the court has not answered");
        assertThat(Duties.of(yonas)).doesNotContainKey("guardian");
        assertRefused("assistance.refused.child.assessment", () -> closureIsRequested(yonas));
        assessed(yonas);
        closes(yonas);
        assertThat(state(yonas)).isEqualTo("closed");
    }

    @Test
    void aGuardianUnderSuspicionNeitherCountsNorConsents() {
        CaseId yonas = taken(isReported("child"));
        UUID uncle = guardianIsNamed(yonas);
        guardianConsents(yonas);
        selam.as(Persona.SAMIR, samir -> {
            children.suspect(samir, yonas, uncle, "he took the money");
            return true;
        });
        assertThat(Duties.of(yonas)).containsKey("guardian");
        assertRefused("casefile.refused.guardian.suspected", () -> guardianConsents(yonas));
        assessed(yonas);
        assertRefused("assistance.refused.child.guardian", () -> closureIsRequested(yonas));
        selam.as(Persona.SAMIR, samir -> {
            children.clear(samir, yonas, uncle, "it was his brother");
            return true;
        });
        guardianConsents(yonas);
        assertThat(Duties.of(yonas)).doesNotContainKey("guardian");
        selam.as(Persona.SAMIR, samir -> {
            children.end(samir, yonas, uncle, today(), "he left the country");
            return true;
        });
        assertThat(Duties.of(yonas)).containsKey("guardian");
        assertRefused("assistance.refused.child.guardian", () -> closureIsRequested(yonas));
    }

    @Test
    void whenTheAgeIsFoundToBeAdultNothingIsAskedAnyMoreAndTheOtherWayRoundBothAre() {
        CaseId person = taken(isReported("unknown"));
        ageIs(person, AgeStatus.ADULT, null);
        assertThat(Duties.of(person)).doesNotContainKeys("guardian", "best-interests-assessment");
        ageIs(person, AgeStatus.CHILD, null);
        assertThat(Duties.of(person)).containsKeys("guardian", "best-interests-assessment");
        assertRefused("assistance.refused.child.guardian", () -> closureIsRequested(person));
        ageIs(person, AgeStatus.ADULT, null);
        closes(person);
        assertThat(state(person)).isEqualTo("closed");
    }

    @Test
    void theDayOfBirthCountsForMoreThanWhatWasSaid() {
        CaseId person = taken(isReported("child"));
        LocalDate eighteen = today().minusYears(18);
        ageIs(person, AgeStatus.CHILD, eighteen.plusDays(1));
        assertRefused("assistance.refused.child.guardian", () -> closureIsRequested(person));
        clock.advance(java.time.Duration.ofDays(2));
        closureIsRequested(person);
        assertThat(state(person)).as("eighteen since yesterday").isEqualTo("closure-requested");
    }

    @Test
    void theCaseManagerWritesItOnThePageAndOthersReadNothing() {
        CaseId yonas = taken(isReported("child"));
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String page = "/cases/" + yonas.value() + "/child";
        String guardians = "/cases/" + yonas.value() + "/guardians";
        var form = samir.get(page).form(guardians).with("kind", "relative", "name", "zq7aunt Hiwot");
        assertThat(form.post(samir).status()).isEqualTo(422);
        assertThat(form.with("since", today().toString()).post(samir).leadsTo()).contains("assistance.done.guardian");
        assertThat(samir.get(page).body()).contains("zq7aunt Hiwot");
        String assessment = "/cases/" + yonas.value() + "/best-interests";
        var typed = samir.get(page)
                .form(assessment)
                .with("assessedOn", today().toString(), "tookPart", "a psychologist", "trained", "yes")
                .with("childView", "zq7stay with my aunt", "weighed", "two ways", "determination", "safe there");
        assertThat(typed.post(samir).status()).isEqualTo(422);
        assertThat(typed.with("outcome", "with-relatives").post(samir).leadsTo())
                .contains("assistance.done.best.interests");
        assertThat(samir.get(page).body()).contains("zq7stay with my aunt");
        for (Persona other : List.of(Persona.ZIAD, Persona.LAYLA, Persona.NOUR, Persona.RANA, Persona.OMAR)) {
            assertThat(Visitor.signedIn(port, other).get(page).status())
                    .as(other.key())
                    .isEqualTo(404);
            assertThat(rows(other, yonas)).as(other.key()).isZero();
        }
        assertThat(rows(Persona.SAMIR, yonas)).isEqualTo(2);
        for (String table : List.of("guardian", "best_interests")) {
            assertThat(TestDatabase.count("select count(*) from assistance." + table
                            + " where encode(sealed, 'escape') like '%zq7%'"))
                    .isZero();
        }
    }

    @Test
    void justiceReadsNothingOfItWhateverItWasGranted() {
        CaseId yonas = taken(isReported("child"));
        guardianIsNamed(yonas);
        UUID rana = selam.as(Persona.RANA, Viewer::account);
        selam.as(Persona.SAMIR, samir -> {
            grants.give(yonas.subject(), Grants.accountKey(rana), Depth.FULL, "by-name");
            return true;
        });
        assertRefused("shell.refused.not.found", () -> selam.as(Persona.RANA, viewer -> children.of(viewer, yonas)));
        assertThat(rows(Persona.RANA, yonas)).isZero();
    }

    @Test
    void itGoesWithTheCaseWhenTheCaseIsErased() {
        CaseId yonas = taken(isReported("child"));
        UUID uncle = guardianIsNamed(yonas);
        selam.as(Persona.SAMIR, samir -> {
            children.suspect(samir, yonas, uncle, "he took the money");
            return true;
        });
        waives(Persona.HANA, yonas, "nobody else");
        assessed(yonas);
        UUID second = selam.as(Persona.HANA, Viewer::account);
        selam.as(Persona.SAMIR, samir -> erasure.erase(samir, yonas.subject(), "request", second));
        for (String table : List.of("guardian", "guardian_change", "guardian_waiver", "best_interests")) {
            assertThat(TestDatabase.count(
                            "select count(*) from assistance." + table + " where case_id = ?", yonas.value()))
                    .as(table)
                    .isZero();
        }
    }

    private CaseId isReported(String age) {
        var told = new Told(
                "hotline",
                "witness",
                null,
                false,
                null,
                "a boy who sells tissues all night",
                null,
                age,
                Set.of("documents-held"),
                "no",
                "none",
                false,
                null);
        UUID report = selam.as(Persona.RIMA, rima -> reports.receive(rima, told));
        var triage = new Triage(
                "screen",
                "high",
                "enough for an interview",
                selam.organisation("gsd-detention"),
                selam.organisation("mosa-social-services"));
        return selam.as(Persona.RIMA, rima -> reports.triage(rima, report, triage))
                .orElseThrow();
    }

    private CaseId taken(CaseId id) {
        return selam.as(Persona.SAMIR, samir -> caseWork.take(samir, id));
    }

    private UUID guardianIsNamed(CaseId id) {
        var aunt = new Named("relative", "Hiwot", "+961 3 000 000", today());
        return selam.as(Persona.SAMIR, samir -> children.nameGuardian(samir, id, aunt));
    }

    private void guardianConsents(CaseId id) {
        selam.as(
                Persona.SAMIR,
                samir -> consents.record(
                        samir, id, "guardian-and-assent", "case-management", Optional.empty(), "am", null));
    }

    private void assessed(CaseId id) {
        var assessment = new Assessed(
                today(), "social worker, aunt", true, "wants school", "two ways", "with-relatives", "safe there");
        selam.as(Persona.SAMIR, samir -> children.assess(samir, id, assessment));
    }

    private void waives(Persona persona, CaseId id, String reason) {
        selam.as(persona, viewer -> {
            children.waiveGuardian(viewer, id, reason);
            return true;
        });
    }

    private void ageIs(CaseId id, AgeStatus age, @Nullable LocalDate birth) {
        selam.as(Persona.SAMIR, samir -> {
            Person before = cases.person(samir, id);
            PartialDate born = birth == null
                    ? null
                    : new PartialDate(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(), false);
            cases.know(
                    samir,
                    id,
                    new Person(
                            before.id(),
                            before.names(),
                            born,
                            age,
                            before.ageAtExploitation(),
                            before.gender(),
                            before.nationalities(),
                            before.language(),
                            before.whereabouts(),
                            before.version()));
            return true;
        });
    }

    private void closureIsRequested(CaseId id) {
        selam.as(Persona.SAMIR, samir -> {
            caseWork.requestClosure(samir, id, "goals-met", "it is well");
            return true;
        });
    }

    private void closes(CaseId id) {
        closureIsRequested(id);
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, id, "");
            return true;
        });
    }

    private static String state(CaseId id) {
        return TestDatabase.text("select state from casefile.case_record where id = '" + id.value() + "'");
    }

    private long rows(Persona persona, CaseId id) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> jdbc.sql(
                                "select (select count(*) from assistance.guardian"
                                        + " where case_id = ?) + (select count(*) from assistance.best_interests where case_id = ?)")
                        .params(id.value(), id.value())
                        .query(Long.class)
                        .single()));
    }

    private LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
