package masar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may see a person finds them by name, in either script; for everybody else there is no such name. */
@MasarTest
class NameSearchTests {

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void selamIsKnownInTwoScripts() {
        way = selam.lives();
        named("سلاماويت", "جبرمريم");
    }

    private void named(String given, String family) {
        selam.as(Persona.SAMIR, samir -> {
            var known = cases.person(samir, way.caseId());
            var names = List.of(new PersonName("Arab", given, null, null, family, null));
            cases.know(
                    samir,
                    way.caseId(),
                    new Person(
                            known.id(),
                            names,
                            known.birth(),
                            known.ageNow(),
                            known.ageAtExploitation(),
                            known.gender(),
                            known.nationalities(),
                            known.language(),
                            known.whereabouts(),
                            known.version()));
            return way;
        });
    }

    private boolean finds(Persona persona, String typed) {
        var visitor = Visitor.signedIn(port, persona);
        var answer =
                visitor.get("/cases").form("/cases/search").with("q", typed).post(visitor);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().contains(way.page(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"سلاماويت", "Selamawit", "selamawit gebremariam", "جبر مريم سلاماويت", "Gebremaryam", "جبرمريم"})
    void whoMaySeeHerFindsHer(String typed) {
        assertThat(finds(Persona.SAMIR, typed)).isTrue();
    }

    @Test
    void whoMayNotFindsNothingHoweverTheyWriteIt() {
        for (Persona persona : List.of(Persona.ZIAD, Persona.OMAR, Persona.JAD, Persona.FADI)) {
            for (String typed : List.of("سلاماويت", "Selamawit", "Gebremariam")) {
                assertThat(finds(persona, typed))
                        .as(persona.key() + " " + typed)
                        .isFalse();
            }
        }
    }

    @Test
    void anotherNameFindsNobody() {
        for (String typed : List.of("Grace Nobody", "غريس", "S", "", "   ", "%", "' or 1=1")) {
            boolean allShown = typed.isBlank();
            assertThat(finds(Persona.SAMIR, typed)).as(typed).isEqualTo(allShown);
        }
    }

    @Test
    void aFormerNameFindsHerNoLonger() {
        named("هيلينا", "برهاني");
        assertThat(finds(Persona.SAMIR, "سلاماويت")).isFalse();
        assertThat(finds(Persona.SAMIR, "Helena Berhane")).isTrue();
    }

    @Test
    void theSearchLeavesATraceAndTellsNoName() {
        assertThat(finds(Persona.SAMIR, "Selamawit")).isTrue();
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where kind = 'read' and act = 'casefile.search'"
                                + " and subject = ?",
                        way.caseId().value()))
                .isPositive();
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where kind = 'done' and act = 'casefile.search'"))
                .isPositive();
    }
}
