package masar.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.assistance.AfterClosure.Period;
import masar.assistance.AfterClosure.Visited;
import masar.casefile.Consents;
import masar.casefile.internal.InventedCaseWork;
import masar.country.Countries;
import masar.people.Duties;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.retention.Kept;
import masar.sealing.Erasure;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Selam's case was closed, and she agreed that somebody asks how she is. */
@MasarTest
class AfterClosureTests {

    @Autowired
    Selam selam;

    @Autowired
    AfterClosure visits;

    @Autowired
    Consents consents;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    Duties duties;

    @Autowired
    Grants grants;

    @Autowired
    List<Kept> kept;

    @Autowired
    Steward steward;

    @Autowired
    Erasure erasure;

    @Autowired
    Countries countries;

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
    void visitsComeAtTheIntervalsOfThePackAndEndWithTheLast() {
        Instant before = clock.instant();
        closes("returned", "agreed");
        Instant after = clock.instant();
        assertThat(Duties.whose(way.caseId())).containsExactly("follow-up-visit mosa-social-services case-manager");
        for (int number = 1; number <= 3; number++) {
            assertThat(due()).isBetween(due(before, number), due(after, number));
            clock.advance(Duration.between(clock.instant(), due()).plusDays(1));
            visited("no-sign", "well");
        }
        assertThat(Duties.of(way.caseId())).isEmpty();
        var period = period();
        assertThat(period.visits()).hasSize(3);
        assertThat(period.ended()).contains("last-visit");
        assertRefused("assistance.refused.visit.none", () -> visited("no-sign", "well"));
    }

    @Test
    void aVisitNobodyHoldsGoesUpInTheOrganisationThatOwnsTheCase() {
        closes("integrated", "agreed");
        clock.advance(Duration.between(clock.instant(), due()).plusMinutes(1));
        duties.timeGoesBy(Duration.ZERO);
        duties.timeGoesBy(Duration.ofDays(5));
        assertThat(Duties.told(way.caseId(), "follow-up-visit")).containsExactly("officer", "supervisor");
    }

    @ParameterizedTest
    @CsvSource({
        "returned, refused",
        "returned, not-asked",
        "not-a-victim, agreed",
        "lost-contact, agreed",
        "duplicate, agreed",
        "death, not-asked"
    })
    void nobodyIsVisitedWithoutConsentOrWhereTheReasonCallsForNone(String reason, String contact) {
        closes(reason, contact);
        assertThat(Duties.of(way.caseId())).isEmpty();
        assertThat(periods()).isEmpty();
        assertRefused("assistance.refused.visit.none", () -> visited("no-sign", "well"));
    }

    @Test
    void whatWasAnsweredIsAskedAgainAtTheNextClosure() {
        requests("returned", "agreed");
        selam.as(Persona.HANA, hana -> {
            caseWork.sendBack(hana, way.caseId(), "one thing is missing");
            return true;
        });
        requests("returned", "refused");
        approves();
        assertThat(Duties.of(way.caseId())).as("she has changed her mind").isEmpty();
    }

    @Test
    void whoTakesTheirConsentBackIsVisitedNoMore() {
        closes("goals-met", "agreed");
        var consent = selam.as(Persona.SAMIR, samir -> consents.of(samir, way.caseId())).stream()
                .filter(each -> each.covers("contact-after-closure"))
                .findFirst()
                .orElseThrow();
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String withdrawal = way.page("/consents/" + consent.id() + "/withdrawal");
        assertThat(samir.get(way.page("/consents")).form(withdrawal).post(samir).status())
                .isEqualTo(303);
        assertThat(Duties.of(way.caseId())).isEmpty();
        assertThat(period().ended()).contains("consent-withdrawn");
        assertRefused("assistance.refused.visit.none", () -> visited("no-sign", "well"));
    }

    @Test
    void aConsentThatDoesNotHoldStopsTheVisitInTheActItself() {
        closes("goals-met", "agreed");
        TestDatabase.administrator("update casefile.consent set withdrawn_at = now() where case_id = '"
                + way.caseId().value() + "' and purpose = 'contact-after-closure'");
        assertRefused("assistance.refused.visit.consent", () -> visited("no-sign", "well"));
    }

    @ParameterizedTest
    @CsvSource({"no-sign, new-need", "concern, well", "happening, not-reached"})
    void aNewNeedOrAWorryingSignProposesToOpenTheCaseAgainAndNeverDoesIt(String sign, String outcome) {
        closes("returned", "agreed");
        visited(sign, outcome);
        assertThat(state()).isEqualTo("closed");
        assertThat(Duties.whose(way.caseId()))
                .contains(
                        "reopen-decision mosa-social-services supervisor",
                        "follow-up-visit mosa-social-services case-manager");
        assertRefused("assistance.refused.supervisor.decides", () -> declines(Persona.SAMIR));
        declines(Persona.HANA);
        assertThat(state()).isEqualTo("closed");
        assertThat(Duties.of(way.caseId())).containsOnlyKeys("follow-up-visit");
        assertRefused("assistance.refused.reopening.none", () -> declines(Persona.HANA));
    }

    @Test
    void openingTheCaseAgainEndsTheVisitsAndTheWayGoesOnWithFollowUp() {
        closes("returned", "agreed");
        visited("no-sign", "new-need");
        reopens();
        assertThat(Duties.of(way.caseId())).containsOnlyKeys("follow-up");
        assertThat(period().ended()).contains("reopened");
        assertThat(period().reopeningProposed()).isFalse();
        assertRefused("assistance.refused.visit.not.closed", () -> visited("no-sign", "well"));
        closes("returned", "agreed");
        assertThat(periods()).as("another closure, another time of visits").hasSize(2);
        assertThat(Duties.of(way.caseId())).containsOnlyKeys("follow-up-visit");
    }

    @Test
    void aSupervisorReadsTheProposalOnThePageAndSaysNo() {
        closes("returned", "agreed");
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String page = way.page("/visits");
        var form = samir.get(page)
                .form(page)
                .with("way", "phone", "traffickedAgain", "concern", "outcome", "well", "note", "zq5someone calls her");
        assertThat(form.with("on", "2199-01-01").post(samir).status()).isEqualTo(422);
        String today = clock.instant()
                .atZone(countries.current().calendar().zone())
                .toLocalDate()
                .toString();
        assertThat(form.with("on", today).post(samir).leadsTo()).contains("assistance.done.visit");
        assertThat(samir.get(page).body()).contains("zq5someone calls her").doesNotContain("/visits/reopening");
        var hana = Visitor.signedIn(port, Persona.HANA);
        String reopening = way.page("/visits/reopening");
        assertThat(hana.get(page).form(reopening).post(hana).status()).isEqualTo(422);
        assertThat(hana.get(page)
                        .form(reopening)
                        .with("why", "her sister is with her")
                        .post(hana)
                        .leadsTo())
                .contains("assistance.done.reopening");
        assertThat(TestDatabase.count(
                        "select count(*) from assistance.visit" + " where encode(sealed, 'escape') like '%zq5%'"))
                .isZero();
    }

    @Test
    void justiceAndStrangersReadNothingOfTheVisits() {
        closes("returned", "agreed");
        visited("no-sign", "well");
        UUID rana = selam.as(Persona.RANA, Viewer::account);
        selam.as(Persona.SAMIR, samir -> {
            grants.give(way.caseId().subject(), Grants.accountKey(rana), Depth.FULL, "by-name");
            return true;
        });
        for (Persona other : List.of(Persona.RANA, Persona.ZIAD, Persona.LAYLA, Persona.NOUR, Persona.OMAR)) {
            assertRefused("shell.refused.not.found", () -> selam.as(other, viewer -> visits.of(viewer, way.caseId())));
            long rows = selam.as(
                    other,
                    viewer -> transaction.execute(status -> jdbc.sql(
                                    "select (select count(*) from assistance.visit"
                                            + " where case_id = ?) + (select count(*) from assistance.after_closure where case_id = ?)")
                            .params(way.caseId().value(), way.caseId().value())
                            .query(Long.class)
                            .single()));
            assertThat(rows).as(other.key()).isZero();
        }
    }

    @Test
    void nothingIsErasedWhileVisitsAreToComeAndTheVisitsGoWithTheCase() {
        closes("returned", "agreed");
        assertThat(obstacles()).containsExactly("assistance.obstacle.visits");
        visited("no-sign", "not-reached");
        reopens();
        assertThat(obstacles()).isEmpty();
        UUID second = selam.as(Persona.HANA, Viewer::account);
        selam.as(Persona.SAMIR, samir -> erasure.erase(samir, way.caseId().subject(), "request", second));
        for (String table : List.of("visit", "after_closure", "after_closure_line")) {
            assertThat(TestDatabase.count(
                            "select count(*) from assistance." + table + " where case_id = ?",
                            way.caseId().value()))
                    .as(table)
                    .isZero();
        }
    }

    private List<String> obstacles() {
        return selam.as(
                Persona.HANA,
                hana -> transaction.execute(status -> steward.as(
                        "retention",
                        () -> kept.stream()
                                .flatMap(each -> each.obstacles(way.caseId().subject()).stream())
                                .filter(each -> each.startsWith("assistance."))
                                .toList())));
    }

    private void closes(String reason, String contact) {
        requests(reason, contact);
        approves();
    }

    private void requests(String reason, String contact) {
        selam.as(Persona.SAMIR, samir -> {
            caseWork.requestClosure(samir, way.caseId(), reason, "it is well", contact);
            return true;
        });
    }

    private void approves() {
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, way.caseId(), "");
            return true;
        });
    }

    private void reopens() {
        selam.as(Persona.HANA, hana -> {
            caseWork.reopen(hana, way.caseId(), "she called");
            return true;
        });
    }

    private void visited(String sign, String outcome) {
        LocalDate today =
                clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
        selam.as(Persona.SAMIR, samir -> {
            visits.visit(samir, way.caseId(), new Visited(today, "phone", sign, outcome, "", "she works"));
            return true;
        });
    }

    private void declines(Persona persona) {
        selam.as(persona, viewer -> {
            visits.declineReopening(viewer, way.caseId(), "her sister is with her");
            return true;
        });
    }

    private Period period() {
        return periods().getFirst();
    }

    private List<Period> periods() {
        return selam.as(Persona.SAMIR, samir -> visits.of(samir, way.caseId()));
    }

    private Instant due() {
        assertThat(Duties.of(way.caseId())).containsKey("follow-up-visit");
        return Duties.of(way.caseId()).get("follow-up-visit");
    }

    private Instant due(Instant closed, int number) {
        var country = countries.current();
        return country.calendar().due(closed, country.clock("follow-up-visit-" + number));
    }

    private String state() {
        return TestDatabase.text("select state from casefile.case_record where id = '"
                + way.caseId().value() + "'");
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
