package masar.journeys;

import static masar.people.Persona.FADI;
import static masar.people.Persona.HANA;
import static masar.people.Persona.LAYLA;
import static masar.people.Persona.NOUR;
import static masar.people.Persona.RIMA;
import static masar.people.Persona.SAMIR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import masar.access.internal.InventedAccounts;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole {@link Story} in Lebanon, in each language. */
@MasarTest
class StoryJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Directory directory;

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
    void selamIsHeardPresumedShelteredConfirmedAndHerCaseIsClosedAndReopened(Language language) {
        try (var walk = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            var cast = new Story.Cast(RIMA, FADI, LAYLA, SAMIR, NOUR, HANA, shelter());
            new Story(walk, cast, directory, this::today).isWalked();
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private HelpService shelter() {
        return directory.services().stream()
                .filter(service -> service.key().equals("caritas-shelter"))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }
}
