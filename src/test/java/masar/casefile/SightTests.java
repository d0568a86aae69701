package masar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Newcomers;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees a file and why: emergency openings, conflicts of interest, seals, and the identity shown for a reason. */
@MasarTest
class SightTests {

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    Grants grants;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private String code;

    @BeforeEach
    void samirHoldsSelamsCase() {
        way = selam.lives();
        code = selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId())).code();
    }

    @Test
    void whoBreaksTheGlassReadsForAFewHoursAndASupervisorIsToldAtOnce() {
        var ziad = visitor(Persona.ZIAD);
        assertThat(ziad.get(way.page("/closure")).status()).isEqualTo(404);

        assertThat(breakGlass(ziad, code).leadsTo()).startsWith(way.page(""));

        assertThat(ziad.get(way.page("/closure")).status()).isEqualTo(200);
        var hana = visitor(Persona.HANA);
        assertThat(hana.get("/").body()).contains(code).contains(say("casefile.glass.task"));
        assertThat(hana.get(way.page("/sight")).body())
                .contains(Persona.ZIAD.name().ar());
        assertThat(visitor(Persona.OMAR).get("/sight").body())
                .contains(code)
                .contains(Persona.ZIAD.name().ar());
        clock.advance(Duration.ofHours(5));
        assertThat(visitor(Persona.ZIAD).get(way.page("/closure")).status())
                .as("it ends by itself")
                .isEqualTo(404);
    }

    @Test
    void aSupervisorReviewsTheOpeningAndNeverTheirOwn() {
        breakGlass(visitor(Persona.ZIAD), code);
        var hana = visitor(Persona.HANA);
        String review = way.page("/sight/glass/") + opening();
        var answer = hana.get(way.page("/sight"))
                .form(review)
                .with("finding", "not-justified")
                .post(hana);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(visitor(Persona.ZIAD).get(way.page("/closure")).status())
                .as("not justified: the sight ends at once")
                .isEqualTo(404);
        assertThat(hana.anyForm(review).with("finding", "justified").post(hana).status())
                .as("reviewed once")
                .isEqualTo(422);
    }

    @Test
    void whenTheOnlySupervisorBreaksTheGlassACoordinatorReviewsByCodeAndReason() {
        String name = "only-" + UUID.randomUUID();
        var manager = somebody(name + "-m", Role.CASE_MANAGER);
        var both = somebody(name, Role.IDENTIFICATION_OFFICER, Role.SUPERVISOR);
        var theirs = selam.lives("Hanan", Persona.LAYLA, manager);
        bar(theirs, Grants.officeKey(organisation(both), Role.SUPERVISOR));
        String theirCode =
                selam.as(manager, viewer -> cases.card(viewer, theirs.caseId())).code();
        assertThat(breakGlass(visitor(both), theirCode).leadsTo()).startsWith(theirs.page(""));

        var omar = visitor(Persona.OMAR);
        assertThat(omar.get("/").body()).contains(theirCode).contains(say("casefile.glass.task"));
        var page = omar.get("/sight");
        assertThat(page.body()).contains(theirCode, say("casefile.glass.coordinator.words"));
        String review = "/sight/glass/" + opening(theirs);
        var own = visitor(both);
        assertThat(own.anyForm(review).with("finding", "justified").post(own).status())
                .as("nobody reviews their own")
                .isIn(404, 422);
        assertThat(page.form(review).with("finding", "not-justified").post(omar).leadsTo())
                .contains("casefile.done.glass.reviewed");
        assertThat(omar.get(theirs.page("/closure")).status())
                .as("the coordinator reads nothing of the file")
                .isEqualTo(404);
        assertThat(visitor(both).get(theirs.page("/closure")).status()).isEqualTo(404);
    }

    @Test
    void aCaseInWhichOnesOrganisationHasNoPartIsRefusedLikeOneThatDoesNotExist() {
        var ziad = visitor(Persona.ZIAD);
        String nothing = breakGlass(ziad, "00000000-0").body();
        for (Persona stranger : List.of(Persona.NOUR, Persona.FADI, Persona.JAD, Persona.OMAR)) {
            var visitor = visitor(stranger);
            int status = visitor.anyForm("/sight/break-glass")
                    .with("code", code, "emergency", "danger-to-life", "sure", "yes")
                    .post(visitor)
                    .status();
            assertThat(status).as(stranger.key()).isIn(404, 422);
            assertThat(visitor.get(way.page("/closure")).status())
                    .as(stranger.key())
                    .isEqualTo(404);
        }
        assertThat(nothing).contains(say("casefile.refused.glass"));
    }

    @Test
    void whoHasATieStepsBackAndTheColleaguesGoOn() {
        var ziad = visitor(Persona.ZIAD);
        assertThat(ziad.get(way.page("")).status()).isEqualTo(200);
        String stepBack = way.page("/step-back");
        var answer = ziad.get("/sight?code=" + code)
                .form(stepBack)
                .with("tie", "relative")
                .post(ziad);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(ziad.get(way.page("")).status()).isEqualTo(404);
        assertThat(ziad.get("/cases?q=" + code).body())
                .doesNotContain(way.caseId().value().toString());
        assertThat(breakGlass(ziad, code).status())
                .as("a bar holds against breaking glass")
                .isEqualTo(422);
        assertThat(visitor(Persona.HANA).get(way.page("/closure")).status()).isEqualTo(200);
        assertThat(visitor(Persona.SAMIR).get(way.page("/closure")).status()).isEqualTo(200);
    }

    @Test
    void whenTheManagerStepsBackAColleagueTakesTheCase() {
        var samir = visitor(Persona.SAMIR);
        samir.get("/sight?code=" + code)
                .form(way.page("/step-back"))
                .with("tie", "friend-or-neighbour")
                .post(samir);
        assertThat(samir.get(way.page("")).status()).isEqualTo(404);
        var ziad = visitor(Persona.ZIAD);
        assertThat(TestDatabase.count(
                        "select count(*) from worklist.task where subject = ? and account = ? and done_at is null",
                        way.caseId().value(),
                        selam.as(Persona.SAMIR, Viewer::account)))
                .as("open tasks that only he could see")
                .isZero();
        String take = way.page("/assignment");
        assertThat(ziad.get(way.page("")).form(take).post(ziad).status()).isEqualTo(303);
        assertThat(ziad.get(way.page("/closure")).status()).isEqualTo(200);
    }

    @Test
    void whatWasGivenAfterAnEmergencyStaysWhenTheEmergencyEnds() {
        breakGlass(visitor(Persona.ZIAD), code);
        UUID ziad = selam.as(Persona.ZIAD, Viewer::account);
        selam.as(Persona.HANA, hana -> {
            grants.give(way.caseId().subject(), Grants.accountKey(ziad), Depth.FULL, "by-name");
            return true;
        });
        var hana = visitor(Persona.HANA);
        String review = way.page("/sight/glass/") + opening();
        hana.get(way.page("/sight"))
                .form(review)
                .with("finding", "not-justified")
                .post(hana);
        clock.advance(Duration.ofHours(5));
        assertThat(visitor(Persona.ZIAD).get(way.page("/closure")).status()).isEqualTo(200);
    }

    @Test
    void aSealedCaseIsInNobodyElsesListsCountsOrSearch() {
        var samir = visitor(Persona.SAMIR);
        var before = Map.of(Persona.OMAR, visitor(Persona.OMAR), Persona.ZIAD, visitor(Persona.ZIAD));
        before.forEach(
                (persona, visitor) -> assertThat(visitor.get("/cases?q=" + code).body())
                        .as(persona.key())
                        .contains(code));
        String seal = way.page("/sight/seal");
        assertThat(samir.get(way.page("/sight")).form(seal).post(samir).status())
                .isEqualTo(303);

        for (Persona other : List.of(Persona.OMAR, Persona.ZIAD, Persona.LAYLA, Persona.FADI, Persona.RIMA)) {
            var visitor = visitor(other);
            assertThat(visitor.get(way.page("")).status()).as(other.key()).isEqualTo(404);
            for (String list : List.of("/", "/cases", "/cases?q=" + code, "/sight?code=" + code, "/reports")) {
                assertThat(visitor.get(list).body())
                        .as("%s at %s", other.key(), list)
                        .doesNotContain(way.caseId().value().toString());
            }
        }
        assertThat(samir.get(way.page("/closure")).status()).isEqualTo(200);
        assertThat(visitor(Persona.HANA).get(way.page("/closure")).status())
                .as("the supervisor of that day keeps it by name")
                .isEqualTo(200);
        var hana = visitor(Persona.HANA);
        assertThat(hana.get(way.page("/sight"))
                        .form(way.page("/sight/unseal"))
                        .post(hana)
                        .status())
                .isEqualTo(303);
        assertThat(visitor(Persona.ZIAD).get(way.page("")).status()).isEqualTo(200);
    }

    @Test
    void anOrganisationConcernedByTheCaseSeesNothingOfItAnyMore() {
        var samir = visitor(Persona.SAMIR);
        assertThat(visitor(Persona.FADI).get(way.page("")).status()).isEqualTo(200);
        String bar = way.page("/sight/bar");
        var answer = samir.get(way.page("/sight"))
                .form(bar)
                .with("organisation", organisationOf(Persona.FADI), "reason", "same-unit-as-suspect")
                .post(samir);
        assertThat(answer.status()).isEqualTo(303);
        var fadi = visitor(Persona.FADI);
        for (String page : List.of(way.page(""), way.page("/screening"), "/interviews/" + way.interview())) {
            assertThat(fadi.get(page).status()).as(page).isEqualTo(404);
        }
        assertThat(fadi.get("/cases").body())
                .doesNotContain(way.caseId().value().toString());
    }

    @Test
    void beforeTheIdentityIsShownASecondFactorIsGivenAgain() {
        var hana = visitor(Persona.HANA);
        String reveal = way.page("/person/reveal");
        var form = hana.get(way.page("/person")).form(reveal).with("reason", "supervision");
        clock.advance(Duration.ofMinutes(11));
        var asked = form.post(hana);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("_confirm_code").doesNotContain(Selam.NAME);
        var answered = asked.form(reveal)
                .with("_confirm_code", accounts.codeNow(clock.instant()))
                .post(hana);
        assertThat(answered.leadsTo()).startsWith(way.page("/person"));
        assertThat(hana.get(way.page("/person")).body()).contains(Selam.NAME);
    }

    @Test
    void theIdentityIsShownForAReasonThatTheOwnerReads() {
        selam.as(Persona.SAMIR, samir -> {
            var person = cases.person(samir, way.caseId());
            assertThat(person.names()).isNotEmpty();
            return true;
        });
        var hana = visitor(Persona.HANA);
        String person = way.page("/person");
        assertThat(hana.get(person).body()).doesNotContain(Selam.NAME).contains(say("casefile.hidden.title"));
        hana.get(person).form(person + "/reveal").with("reason", "supervision").post(hana);
        assertThat(hana.get(person).body()).contains(Selam.NAME);
        assertThat(visitor(Persona.SAMIR).get(way.page("/sight")).body())
                .contains(Persona.HANA.name().ar());
        clock.advance(Duration.ofHours(2));
        assertThat(visitor(Persona.HANA).get(person).body()).doesNotContain(Selam.NAME);
        var ziad = visitor(Persona.ZIAD);
        assertThat(ziad.anyForm(person + "/reveal")
                        .with("reason", "supervision")
                        .post(ziad)
                        .status())
                .isEqualTo(404);
    }

    private Visitor visitor(Persona persona) {
        return Persona.ALL.contains(persona)
                ? Visitor.signedIn(port, persona)
                : new Newcomers(port, accounts, clock).signedIn(persona);
    }

    private Visitor.Answer breakGlass(Visitor visitor, String of) {
        return visitor.get("/sight")
                .form("/sight/break-glass")
                .with("code", of, "emergency", "danger-to-life", "sure", "yes")
                .post(visitor);
    }

    /** Somebody of an organisation in which nobody else supervises. */
    private Persona somebody(String key, Role... roles) {
        var persona = new Persona(key, new LocalizedText("سلمى", "Salma", "Salma"), "unhcr-lebanon", Set.of(roles));
        accounts.make(List.of(persona));
        return persona;
    }

    private UUID organisation(Persona persona) {
        return selam.organisation(persona.organisation());
    }

    /** The office no longer holds the case by itself, so that its people must break the glass. */
    private void bar(Selam.Way of, String office) {
        selam.as(Persona.SAMIR, samir -> {
            grants.end(of.caseId().subject(), office, Depth.FULL);
            return true;
        });
    }

    private UUID opening() {
        return opening(way);
    }

    private UUID opening(Selam.Way of) {
        try (var connection = TestDatabase.administrator();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select id from casefile.glass where case_id = '"
                    + of.caseId().value() + "'");
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (java.sql.SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String organisationOf(Persona persona) {
        return selam.as(persona, viewer -> viewer.organisation().toString());
    }

    private String say(String key, Object... arguments) {
        return texts.say(Language.AR, key, arguments);
    }
}
