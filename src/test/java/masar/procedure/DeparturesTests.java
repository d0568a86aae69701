package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import masar.casefile.Chronology;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.procedure.Departure.Why;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step is passed over or opened out of order only by somebody who may, with a reason that is kept and counted. */
@MasarTest
class DeparturesTests {

    private static final String NOTE = "qz7words the judge ordered it";

    @Autowired
    Selam selam;

    @Autowired
    Procedures procedures;

    @Autowired
    Departures departures;

    @Autowired
    Chronology chronology;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private Subject subject;

    @BeforeEach
    void selamWaitsForADecision() {
        way = selam.lives();
        subject = way.caseId().subject();
    }

    @Test
    void aSupervisorPassesOverAStepWithAReasonAndTheWayGoesOn() {
        var hana = Visitor.signedIn(port, Persona.HANA);
        String task = task("presumption-decision");

        var left = hana.get(way.page("/departure"))
                .form(way.page("/departure"))
                .with("what", "skip " + task + " presumed", "reason", "authority-order", "note", NOTE)
                .post(hana);

        assertThat(left.leadsTo()).startsWith(way.page("/way"));
        assertThat(open("presumption-decision")).isFalse();
        assertThat(open("confirmation-decision")).isTrue();
        String page = hana.get(way.page("/way")).body();
        assertThat(page).contains(NOTE, "أمر من قاضٍ", Persona.HANA.name().ar());
        assertThat(hana.get("/procedures/departures").body()).contains(say("procedure.departure.skipped"));
        selam.as(Persona.SAMIR, samir -> {
            assertThat(chronology.of(samir, way.caseId()))
                    .anySatisfy(entry -> assertThat(entry.act()).isEqualTo("procedure.skipped"));
            return way;
        });
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where act = 'procedure.skip' and subject = ?", subject.id()))
                .isOne();
    }

    @Test
    void aCoordinatorOpensAStepOutOfOrderForAnOrganisation() {
        var omar = Visitor.signedIn(port, Persona.OMAR);

        var left = omar.get(way.page("/departure"))
                .form(way.page("/departure"))
                .with(
                        "what",
                        "open legal-options",
                        "organisation",
                        selam.organisation("kafa").toString(),
                        "reason",
                        "danger",
                        "note",
                        NOTE)
                .post(omar);

        assertThat(left.leadsTo()).startsWith(way.page("/way"));
        assertThat(TestDatabase.text("select organisation::text from worklist.task where done_at is null and"
                        + " step = 'legal-options' and subject = '" + subject.id() + "'"))
                .isEqualTo(selam.organisation("kafa").toString());
        assertThat(omar.get(way.page("/way")).body())
                .contains(say("procedure.departure.opened"))
                .as("a coordinator knows that the case exists, not what was written")
                .doesNotContain(NOTE);
    }

    @Test
    void nobodyElseLeavesTheWayAndWithoutAReasonNobodyDoes() {
        for (Persona persona : java.util.List.of(Persona.SAMIR, Persona.LAYLA, Persona.FADI, Persona.ZIAD)) {
            var visitor = Visitor.signedIn(port, persona);
            assertThat(visitor.get(way.page("/departure")).status())
                    .as(persona.key())
                    .isEqualTo(404);
            assertThatThrownBy(() -> selam.as(persona, viewer -> {
                        departures.open(
                                viewer, subject, "legal-options", viewer.organisation(), new Why("danger", NOTE));
                        return way;
                    }))
                    .isInstanceOf(Refused.class);
        }
        var hana = Visitor.signedIn(port, Persona.HANA);
        var again = hana.get(way.page("/departure"))
                .form(way.page("/departure"))
                .with("what", "open legal-options")
                .post(hana);
        assertThat(again.status()).isEqualTo(422);
        assertThat(open("legal-options")).isFalse();
    }

    @Test
    void noExceptionEndsAWayOrOpensWhatIsOpen() {
        String task = task("answer-referral");
        selam.as(Persona.HANA, hana -> {
            var why = new Why("mistake", NOTE);
            assertThatThrownBy(() -> departures.open(hana, subject, "answer-referral", hana.organisation(), why))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("open.already");
            assertThatThrownBy(() -> departures.skip(
                            hana, subject, java.util.UUID.fromString(task), "approved", hana.organisation(), why))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("skip.ends");
            departures.open(hana, subject, "approve-closure", hana.organisation(), why);
            return way;
        });
        String closing = task("approve-closure");
        selam.as(Persona.HANA, hana -> {
            assertThatThrownBy(() -> departures.skip(
                            hana,
                            subject,
                            java.util.UUID.fromString(closing),
                            "approved",
                            hana.organisation(),
                            new Why("mistake", NOTE)))
                    .as("only the act itself ends a way")
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("skip.ends");
            return way;
        });
    }

    @Test
    void passingOverAReferralsAnswerKeepsTheOtherReferralOpen() {
        String task = TestDatabase.text(
                "select id::text from worklist.task where done_at is null and item = '" + way.toCaritas() + "'");
        selam.as(Persona.HANA, hana -> {
            departures.skip(
                    hana,
                    subject,
                    java.util.UUID.fromString(task),
                    "accepted",
                    hana.organisation(),
                    new Why("done-elsewhere", NOTE));
            return way;
        });
        assertThat(TestDatabase.text("select string_agg(step, ' ' order by step) from worklist.task"
                        + " where done_at is null and item in ('" + way.toCaritas() + "', '" + way.toKafa() + "')"))
                .isEqualTo("answer-referral deliver-service");
    }

    @Test
    void theWayPageListsEveryStepWithWhatIsKnownOfIt() {
        String seen =
                Visitor.signedIn(port, Persona.SAMIR).get(way.page("/way")).body();
        assertThat(seen)
                .contains("data-diagram=\"/procedures/diagram?edition=lb-2025-1\"")
                .contains("data-label=\"triage\" data-state=\"done\"")
                .contains("data-label=\"answer-referral\" data-state=\"open\"")
                .contains("data-label=\"approve-closure\"")
                .contains(say("procedure.state.of.ahead"));
        String drawing = Visitor.signedIn(port, Persona.FADI)
                .get("/procedures/diagram?edition=lb-2025-1")
                .body();
        assertThat(drawing).contains("<bpmn:userTask id=\"triage\"");
        assertThat(Visitor.signedIn(port, Persona.FADI)
                        .get("/procedures/diagram?edition=lb-1999-1")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, Persona.FADI).get("/procedures").body())
                .contains("data-diagram=", say("procedure.policy.first"), "&gt;= 2");
    }

    private String say(String key) {
        return texts.say(Language.AR, key);
    }

    private boolean open(String step) {
        return selam.as(
                Persona.SAMIR,
                samir -> procedures.way(samir, subject).orElseThrow().isOpen(step));
    }

    private String task(String step) {
        return TestDatabase.text("select id::text from worklist.task where done_at is null and step = '" + step
                + "' and subject = '" + subject.id() + "' limit 1");
    }
}
