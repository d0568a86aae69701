package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import masar.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A referral waits: Nour says by when she acts, Samir sees it on the case, and Omar counts what waits in the country. */
@MasarTest
class DeadlineJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts staff;

    @Autowired
    List<Job> jobs;

    @Autowired
    Selam selam;

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
    void aReferralThatWaitsIsSeenByWhoMustActAndByWhoWasTold(Language language) {
        var way = selam.lives();
        UUID task = selam.taskOf(way.toCaritas());
        daysGoBy(9);
        try (var walk = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            walk.as(Persona.NOUR);
            walk.go("/worklist/" + task);
            walk.look("step");
            walk.press("/worklist/" + task + "/acknowledgement");
            walk.look("step-refused");
            walk.pick("until", "acting-hours");
            walk.press("/worklist/" + task + "/acknowledgement");
            walk.page().locator(".note.done").first().waitFor();
            assertThat(walk.has("form[action$='/acknowledgement']")).isFalse();
            walk.look("step-acknowledged");
            walk.go("/worklist/calendar");
            walk.look("calendar");
            daysGoBy(9);
            walk.as(Persona.OMAR);
            assertThat(walk.has("a[href='/worklist/" + task + "']")).isTrue();
            walk.go("/worklist/" + task);
            walk.look("step-of-others");
            walk.go("/board");
            walk.look("board");
            walk.open("section[aria-labelledby=by-station] a");
            walk.page().waitForLoadState();
            walk.look("board-narrowed");
            walk.as(Persona.SAMIR);
            walk.go(way.page("/deadlines"));
            walk.look("deadlines");
            walk.as(Persona.HANA);
            walk.go("/worklist/focal-points");
            walk.look("focal-points");
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private void daysGoBy(int days) {
        clock.advance(Duration.ofDays(days));
        var timers = jobs.stream()
                .filter(job -> job.name().equals("worklist-timers"))
                .findFirst()
                .orElseThrow();
        CurrentViewer.run(staff.system(timers.name()), timers::run);
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }
}
