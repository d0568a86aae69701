package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.procedure.Procedures;
import masar.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor looks at the diagram of a case: what is done, open and overdue, in her language, under a strict policy. */
@MasarTest
class WayJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Selam selam;

    @Autowired
    Procedures procedures;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hanaSeesWhereTheCaseStandsAndLeavesTheWayByException(Language language) {
        var way = selam.lives();
        try (var walk = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            walk.as(Persona.HANA);
            clock.advance(Duration.ofDays(3));
            walk.as(Persona.HANA);
            walk.go(way.page("/way"));
            walk.page().locator("figure[data-drawn]").waitFor();
            assertThat(walk.page()
                            .locator(".djs-shape.is-done[data-element-id=triage]")
                            .count())
                    .isOne();
            assertThat(walk.page()
                            .locator(".djs-shape.is-late[data-element-id=answer-referral]")
                            .count())
                    .isOne();
            String screening =
                    procedures.currentEdition().step("screening").name().in(language);
            String drawn = walk.page()
                    .locator("[data-element-id=screening] text")
                    .textContent()
                    .replaceAll("\\s+", "");
            assertThat(drawn).contains(screening.replaceAll("\\s+", ""));
            assertThat(walk.page().locator(".bjs-powered-by").isVisible()).isTrue();
            String colour = (String) walk.page()
                    .evaluate("getComputedStyle(document.querySelector("
                            + "'.is-late[data-element-id=answer-referral] .djs-visual > :first-child')).stroke");
            assertThat(colour).isEqualTo("rgb(164, 22, 26)");
            walk.look("way");
            zoomsWithTheKeyboard(walk);
            walk.go(way.page("/departure"));
            walk.look("departure");
            walk.go("/procedures");
            walk.page().locator("figure[data-drawn]").waitFor();
            walk.look("procedures");
            walk.go("/procedures/departures");
            walk.look("departures");
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private static void zoomsWithTheKeyboard(Walk walk) {
        String before = scale(walk);
        walk.page().locator("button[data-zoom=in]").focus();
        walk.page().keyboard().press("Enter");
        walk.page()
                .waitForFunction(
                        "before => document.querySelector('.viewport').getAttribute('transform') !== before", before);
        assertThat(scale(walk)).isNotEqualTo(before);
    }

    private static String scale(Walk walk) {
        return walk.page().locator(".viewport").getAttribute("transform");
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }
}
