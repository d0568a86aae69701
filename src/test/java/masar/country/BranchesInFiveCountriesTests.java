package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;
import masar.procedure.internal.DecisionLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the branches for those held, for children and after closure ask of a country is there in each of the five. */
class BranchesInFiveCountriesTests {

    private static final Path REAL = Path.of("countries");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"lb, lb-2025-1", "jo, jo-2021-1", "iq, iq-2023-1", "eg, eg-2021-1", "sa, sa-2020-1"})
    void clocksListsAndTablesOfTheBranchesAreInEachPackAndNoneOfTheirNumbersClaimsToBeVerified(
            String country, String edition) {
        var folder = PackSource.inDirectory(REAL, country);
        var pack = CountryReading.read(folder);
        for (String alarms : List.of("detained-alarm-", "removal-alarm-", "follow-up-visit-", "request-reply-")) {
            var clocks = pack.clocks().values().stream()
                    .filter(clock -> clock.key().startsWith(alarms))
                    .toList();
            assertThat(clocks).as(alarms).hasSizeGreaterThan(1);
            assertThat(clocks).noneMatch(clock -> clock.provenance().verified());
        }
        for (String clock :
                List.of("detained-again", "guardian", "best-interests-assessment", "best-interests-review")) {
            assertThat(pack.clock(clock).provenance().verified()).as(clock).isFalse();
        }
        for (String kind : pack.wordList("protection-request").codes()) {
            assertThat(pack.clocks()).containsKey("request-reply-" + kind);
        }
        assertThat(pack.wordList("consent-purpose").codes()).contains("contact-after-closure", "protection-request");
        var decisions = new DecisionLibrary();
        decisions.load(folder);
        for (String reason : pack.wordList("closure-reason").codes()) {
            boolean visits = decisions
                    .decide(edition, "follow-up", Map.of("closureReason", reason))
                    .flag("visits");
            assertThat(visits)
                    .as(reason)
                    .isEqualTo(!List.of("transferred", "not-a-victim", "withdrew", "lost-contact", "death", "duplicate")
                            .contains(reason));
        }
    }
}
