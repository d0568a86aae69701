package masar.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.retention.internal.InventedRetention;
import masar.sealing.Erasure;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While a court looks at Selam's case nothing of it may be erased. */
@MasarTest
class LegalHoldTests {

    @Autowired
    ClosedFile closed;

    @Autowired
    Selam selam;

    @Autowired
    InventedRetention retention;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Erasure erasure;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void selamsCaseIsClosed() {
        way = closed.presumed();
    }

    private UUID held(Persona persona) {
        return selam.as(persona, viewer -> retention.hold(viewer, way.caseId(), "the court asked for the file"));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void nothingOfTheCaseIsErasedWhileItStands() {
        UUID hold = held(Persona.HANA);
        refused(
                "retention.refused.held",
                () -> selam.as(
                        Persona.HANA,
                        hana -> retention.propose(hana, way.caseId().subject(), "own-request", "she asked")));
        UUID second = accounts.account(Persona.SAMIR);
        for (Subject part : List.of(
                way.caseId().subject(),
                new Subject("report", way.report()),
                new Subject("interview", way.interview()),
                new Subject("referral", way.toCaritas()))) {
            refused(
                    "retention.refused.held",
                    () -> selam.as(Persona.HANA, hana -> erasure.erase(hana, part, "request", second)));
        }
        assertThat(TestDatabase.count(
                        "select count(*) from sealing.subject_key where subject = ? and destroyed_at is not null",
                        way.caseId().value()))
                .as("keys destroyed")
                .isZero();
        selam.as(Persona.HANA, hana -> retention.lift(hana, way.caseId(), hold));
        UUID proposal = selam.as(
                Persona.HANA, hana -> retention.propose(hana, way.caseId().subject(), "own-request", "she asked"));
        assertThat(proposal).isNotNull();
    }

    @Test
    void aHoldPlacedAfterTheProposalStopsTheSecondPerson() {
        UUID proposal = selam.as(
                Persona.HANA, hana -> retention.propose(hana, way.caseId().subject(), "own-request", "she asked"));
        held(Persona.OMAR);
        refused("retention.refused.held", () -> selam.as(Persona.OMAR, omar -> retention.confirm(omar, proposal)));
    }

    @Test
    void supervisorsOfTheOwnerAndCoordinatorsPlaceItAndNobodyElse() {
        for (Persona other : List.of(Persona.SAMIR, Persona.LAYLA)) {
            refused("retention.refused.hold.role", () -> held(other));
        }
        for (Persona stranger : List.of(Persona.RANA, Persona.NOUR, Persona.TONY, Persona.JAD, Persona.SARA)) {
            refused("shell.refused.not.found", () -> held(stranger));
        }
        held(Persona.HANA);
        held(Persona.OMAR);
    }

    @Test
    void onlyTheOrganisationThatPlacedItLiftsIt() {
        UUID hold = held(Persona.OMAR);
        refused(
                "retention.refused.hold.other",
                () -> selam.as(Persona.HANA, hana -> retention.lift(hana, way.caseId(), hold)));
        selam.as(Persona.OMAR, omar -> retention.lift(omar, way.caseId(), hold));
        refused(
                "retention.refused.hold.lifted",
                () -> selam.as(Persona.OMAR, omar -> retention.lift(omar, way.caseId(), hold)));
    }

    @Test
    void itStandsOnTheHeadOfTheCaseForThoseWhoMayKnow() {
        held(Persona.HANA);
        String alert = texts.say(Language.AR, "retention.alert.held");
        for (Persona knows : List.of(Persona.SAMIR, Persona.HANA, Persona.OMAR)) {
            assertThat(pageOf(knows)).as(knows.key()).contains(alert);
        }
        for (Persona other : List.of(Persona.ZIAD, Persona.FADI, Persona.LAYLA)) {
            assertThat(pageOf(other)).as(other.key()).doesNotContain(alert);
        }
    }

    @Test
    void itsWordsAreSealedAndItIsPlacedAndLiftedOnThePageOfTheCase() {
        var hana = Visitor.signedIn(port, Persona.HANA);
        String page = way.page("/retention");
        assertThat(hana.get(page)
                        .form(page + "/holds")
                        .with("ground", "court-order", "why", "", "reference", "")
                        .post(hana)
                        .status())
                .isEqualTo(422);
        assertThat(hana.get(page)
                        .form(page + "/holds")
                        .with("ground", "court-order", "why", "words of a judge", "reference", "2026/7")
                        .post(hana)
                        .leadsTo())
                .endsWith("done=retention.done.held");
        assertThat(hana.get(page).body()).contains("words of a judge", "2026/7");
        assertThat(TestDatabase.count(
                        "select count(*) from retention.hold where subject = ?"
                                + " and position('judge'::bytea in sealed) > 0",
                        way.caseId().value()))
                .isZero();
        String lifting = page + "/holds/" + hold() + "/lifting";
        assertThat(hana.get(page)
                        .form(lifting)
                        .with("lifting", "the judge ruled")
                        .post(hana)
                        .leadsTo())
                .endsWith("done=retention.done.lifted");
        assertThat(hana.get(page).body()).contains("the judge ruled");
    }

    private String hold() {
        try (var all = TestDatabase.administrator();
                var rows = all.createStatement()
                        .executeQuery("select id from retention.hold where subject = '"
                                + way.caseId().value() + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String pageOf(Persona persona) {
        Viewer viewer = selam.as(persona, each -> each);
        assertThat(viewer.account()).isNotNull();
        return Visitor.signedIn(port, persona).get(way.page("")).body();
    }
}
