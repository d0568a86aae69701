package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import masar.directory.Directory;
import masar.people.CountryOfOwn;
import masar.people.MovableClock;
import masar.shared.Language;
import masar.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole {@link Story} on the pages of each country, in Arabic, by people of that country's organisations. */
@Tag("drill")
class StoryInEachCountryDrill {

    private static Chromium chromium;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lb, ministry-of-labour, isf-anti-trafficking, mosa-social-services",
        "jo, ministry-of-labour, psd-ctu, mosd",
        "iq, moi-anti-trafficking, momd, molsa",
        "eg, nccm, moi, moss",
        "sa, mhrsd, moi-public-security, mhrsd"
    })
    void selamIsHeardHelpedAndHerCaseIsClosed(String country, String hotline, String screening, String owner) {
        try (var masar = CountryOfOwn.serving(directory.resolve(country), country)) {
            var directory = masar.bean(Directory.class);
            var service = directory.services().getFirst();
            String provider =
                    directory.organisation(service.organisation()).orElseThrow().key();
            String decides = directory.competentFor("identification").getFirst().key();
            var cast = new Story.Cast(
                    masar.invent("operator", hotline, Role.HOTLINE_OPERATOR),
                    masar.invent("officer", screening, Role.FRONT_LINE_OFFICER),
                    masar.invent("decider", decides, Role.IDENTIFICATION_OFFICER),
                    masar.invent("manager", owner, Role.CASE_MANAGER),
                    masar.invent("provider", provider, Role.SERVICE_PROVIDER),
                    masar.invent("supervisor", owner, Role.SUPERVISOR),
                    service);
            try (var walk = new Walk(chromium, masar.address(), Language.AR, masar::freshCode)) {
                new Story(walk, cast, directory, () -> today(masar)).isWalked();
                assertThat(walk.complaints())
                        .as("what a machine sees on the pages")
                        .isEmpty();
            }
        }
    }

    private static LocalDate today(CountryOfOwn masar) {
        return masar.bean(MovableClock.class).instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
