package masar.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.people.Visitor.Form;
import masar.shared.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form acts once, nothing typed is lost, and what goes wrong is said in words that give nothing away. */
@MasarTest
class PostedFormTests {

    @Autowired
    Selam selam;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private final String words = "a neighbour says " + UUID.randomUUID();

    @Test
    void aFormPostedAgainActsOnceAndLeadsToTheSamePlace() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var form = report(rima);
        var first = form.post(rima);
        var second = form.post(rima);
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.leadsTo()).startsWith("/reports/");
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.leadsTo()).isEqualTo(first.leadsTo());
        assertThat(reports()).isOne();
    }

    @Test
    void aFormPostedEightTimesAtOnceActsOnceAndLeadsToTheSamePlace() throws Exception {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var form = report(rima);
        try (var hands = Executors.newFixedThreadPool(8)) {
            var clicks = IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(i -> () -> form.post(rima))
                    .toList();
            List<String> places = hands.invokeAll(clicks).stream()
                    .map(Future::resultNow)
                    .map(answer -> answer.status() + " " + answer.leadsTo())
                    .distinct()
                    .toList();
            assertThat(places).singleElement().asString().startsWith("303 /reports/");
        }
        assertThat(reports()).isOne();
    }

    @Test
    void whatWasRefusedCanBeCorrectedAndPosted() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var form = report(rima).without("dangerNow");
        var refused = form.post(rima);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(words).contains("is-wrong");
        assertThat(reports()).isZero();
        var corrected = typed(refused.form("/reports")).post(rima);
        assertThat(corrected.status()).isEqualTo(303);
        assertThat(reports()).isOne();
    }

    @Test
    void whoGoesBackToTheRefusedFormCorrectsItThere() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var form = report(rima);
        assertThat(form.without("dangerNow").post(rima).status()).isEqualTo(422);
        assertThat(form.post(rima).status()).isEqualTo(303);
        assertThat(reports()).isOne();

        var visitor = new Visitor(port);
        var signIn = visitor.get("/sign-in").form("/sign-in").with("name", Persona.HANA.key());
        assertThat(signIn.with("password", "a slip of the finger").post(visitor).status())
                .isEqualTo(422);
        assertThat(signIn.with("password", Persona.PASSWORD).post(visitor).leadsTo())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void whenTheRulesRefuseAnActTheFormIsStillGood() {
        var way = selam.lives();
        var ziad = Visitor.signedIn(port, Persona.ZIAD);
        var form = ziad.anyForm(way.page("/assignment"));
        assertThat(form.post(ziad).status()).isEqualTo(422);
        assertThat(form.post(ziad).status()).as("not: already done").isEqualTo(422);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndKeepsWhatTheyTyped() {
        var way = selam.lives();
        String person = way.page("/person");
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var layla = Visitor.signedIn(port, Persona.LAYLA);
        var his = samir.get(person).form(person).with("ageNow", "adult", "ageAtExploitation", "adult");
        var hers = layla.get(person).form(person).with("ageNow", "adult", "ageAtExploitation", "unknown");
        assertThat(his.with("whereabouts", "the house by the mill").post(samir).status())
                .isEqualTo(303);

        var told = hers.with("whereabouts", "her aunt in Tripoli").post(layla);
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body())
                .contains(texts.say(Language.AR, "shell.refused.changed.meanwhile"))
                .contains("her aunt in Tripoli");
        assertThat(samir.get(person).body()).contains("the house by the mill");

        var again = told.form(person)
                .with("ageNow", "adult", "ageAtExploitation", "unknown", "whereabouts", "her aunt in Tripoli")
                .post(layla);
        assertThat(again.status()).as("having looked again, she sends").isEqualTo(303);
        assertThat(samir.get(person).body()).contains("her aunt in Tripoli");
    }

    @Test
    void anUnexpectedErrorShowsAReferenceAndNothingElse() {
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        TestDatabase.administrator("alter table casefile.case_record rename to mislaid");
        Answer answer;
        try {
            answer = samir.get("/cases");
        } finally {
            TestDatabase.administrator("alter table casefile.mislaid rename to case_record");
        }
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains(texts.say(Language.AR, "shell.error.unexpected.title"))
                .containsPattern("<span class=\"code\">[0-9a-f]{8}</span>")
                .doesNotContainIgnoringCase("case_record")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("select");
        assertThat(samir.get("/cases").status()).isEqualTo(200);
    }

    @Test
    void whileTheDatabaseIsAwayThePagesSaySoAndAfterwardsTheyWorkAgain() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var form = report(rima);
        try (var away = TestDatabase.cut()) {
            assertThat(away).isNotNull();
            for (Answer answer : List.of(rima.get("/reports"), form.post(rima))) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body())
                        .contains(texts.say(Language.AR, "shell.error.database.away.title"))
                        .doesNotContainIgnoringCase("exception")
                        .doesNotContain("masar_app");
            }
        }
        assertThat(rima.get("/reports").status()).isEqualTo(200);
        assertThat(form.post(rima).status()).as("the same form, once more").isEqualTo(303);
        assertThat(reports()).isOne();
    }

    private Form report(Visitor rima) {
        return typed(rima.get("/reports/new").form("/reports"));
    }

    private Form typed(Form form) {
        return form.with("channel", "hotline", "caller", "witness", "whatHappened", words)
                .with("ageNow", "adult", "dangerNow", "no", "medicalNeed", "none", "detained", "no");
    }

    private int reports() {
        return (int) TestDatabase.count("select count(*) from intake.report where what_happened = ?", words);
    }
}
