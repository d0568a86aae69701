package masar.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import masar.casefile.Cases;
import masar.country.Countries;
import masar.country.Place;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.Visitor;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shell.Texts;
import masar.worklist.Backlog;
import masar.worklist.Backlog.Narrowing;
import masar.worklist.Backlog.Pile;
import masar.worklist.Deadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The coordinators' board counts what waits and shows nobody. */
@MasarTest
class BoardTests {

    private static final Map<String, String> STATIONS =
            Map.of("screening", "screening", "answer-referral", "assistance", "triage", "report");
    private static final Narrowing EVERYTHING =
            new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), false);

    @Autowired
    Backlog backlog;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    Reports reports;

    @Autowired
    Countries countries;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void eachCaseCountsOnceWhereItStandsAndEachStepOnceWhereItWaits() {
        var before = piles(EVERYTHING);
        selam.lives();
        var after = piles(EVERYTHING);
        assertThat(of(after, "station", "assistance").subjects())
                .as("Selam, once for two referrals")
                .isEqualTo(of(before, "station", "assistance").subjects() + 1);
        assertThat(of(after, "step", "answer-referral").steps())
                .isEqualTo(of(before, "step", "answer-referral").steps() + 2);
        String caritas = selam.organisation("caritas-lebanon").toString();
        assertThat(of(after, "organisation", caritas).steps())
                .isEqualTo(of(before, "organisation", caritas).steps() + 1);
    }

    @Test
    void whatIsLateAndWhatSomebodyActsOnIsCounted() {
        var way = selam.lives();
        String caritas = selam.organisation("caritas-lebanon").toString();
        clock.advance(Duration.ofDays(9));
        var before = of(piles(EVERYTHING), "organisation", caritas);
        assertThat(before.late()).isPositive();
        assertThat(before.longestLate()).isGreaterThan(Duration.ofDays(1));
        assertThat(before.longest()).isGreaterThanOrEqualTo(before.typical());
        selam.as(Persona.NOUR, nour -> {
            deadlines.acknowledge(nour, selam.taskOf(way.toCaritas()), "acting-days");
            return true;
        });
        assertThat(of(piles(EVERYTHING), "organisation", caritas).acted()).isEqualTo(before.acted() + 1);
        var late = new Narrowing(Optional.empty(), Optional.of(UUID.fromString(caritas)), Optional.empty(), true);
        assertThat(of(piles(late), "all", "").steps()).isEqualTo(before.late());
    }

    @Test
    void aCaseCountsInTheGovernorateOfThePlaceThatTheReportNames() {
        var district = countries.current().places(Place.Level.DISTRICT).getFirst();
        String governorate = district.parent().orElseThrow();
        var before = of(piles(EVERYTHING), "area", governorate);
        told(district.key());
        var after = piles(EVERYTHING);
        assertThat(of(after, "area", governorate).subjects()).isEqualTo(before.subjects() + 1);
        assertThat(after).noneMatch(pile -> pile.key().equals(district.key()));
    }

    @Test
    void nobodyButACoordinatorIsGivenANumber() {
        selam.lives();
        for (Persona persona : Persona.ALL) {
            var found = selam.as(
                    persona, viewer -> transaction.execute(status -> backlog.piles(viewer, STATIONS, EVERYTHING)));
            assertThat(found.isEmpty()).as(persona.key()).isEqualTo(persona != Persona.OMAR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theBoardShowsNumbersInThreeLanguagesAndNeitherCodesNorNames(String language) {
        var way = selam.lives();
        String code = selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId()))
                .code();
        var omar = Visitor.signedIn(port, Persona.OMAR);
        omar.get("/language/" + language + "?back=/board");
        String page = omar.get("/board").body();
        var spoken = Language.of(language).orElseThrow();
        assertThat(page)
                .contains(texts.say(spoken, "board.by.station"), texts.say(spoken, "board.by.organisation"))
                .contains(texts.say(spoken, "board.definitions"))
                .doesNotContain(code, Selam.NAME, Selam.TOLD, "⟦");
        for (Persona persona : Persona.ALL) {
            if (persona != Persona.OMAR) {
                assertThat(page)
                        .doesNotContain(persona.name().ar(), persona.name().en());
            }
        }
        omar.get("/language/ar?back=/board");
    }

    @Test
    void aFilterNarrowsAndAValueThatWasNotOfferedNarrowsNothing() {
        selam.lives();
        var omar = Visitor.signedIn(port, Persona.OMAR);
        String all = omar.get("/board").body();
        String kafa = selam.organisation("kafa").toString();
        String some = omar.get("/board?organisation=" + kafa).body();
        assertThat(rows(some)).isLessThan(rows(all));
        assertThat(rows(omar.get("/board?organisation=nobody&station=%27&area=x")
                        .body()))
                .isEqualTo(rows(all));
        assertThat(omar.get("/board?area=none&late=yes").status()).isEqualTo(200);
    }

    private static long rows(String page) {
        return Pattern.compile("<th scope=\"row\">").matcher(page).results().count();
    }

    private CaseId told(String place) {
        var told = new Told(
                "hotline",
                "witness",
                null,
                false,
                place,
                "invented",
                null,
                "adult",
                Set.of(),
                "no",
                "none",
                false,
                null);
        UUID report = selam.as(Persona.RIMA, rima -> reports.receive(rima, told));
        var triage = new Triage(
                "screen",
                "normal",
                "invented",
                selam.organisation(Persona.FADI.organisation()),
                selam.organisation(Persona.SAMIR.organisation()));
        return selam.as(Persona.RIMA, rima -> reports.triage(rima, report, triage))
                .orElseThrow();
    }

    private List<Pile> piles(Narrowing narrowing) {
        return selam.as(Persona.OMAR, omar -> backlog.piles(omar, STATIONS, narrowing));
    }

    private static Pile of(List<Pile> piles, String part, String key) {
        return piles.stream()
                .filter(pile -> pile.part().equals(part) && pile.key().equals(key))
                .findFirst()
                .orElseGet(() -> new Pile(
                        part,
                        key,
                        masar.shared.LocalizedText.same(key),
                        0,
                        0,
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        null));
    }
}
