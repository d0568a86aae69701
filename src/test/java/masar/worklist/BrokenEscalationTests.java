package masar.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import masar.worklist.internal.InventedEscalation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken chain of escalation stops the start and says which file, which line and why. */
class BrokenEscalationTests {

    private static final Path RULES = Path.of("countries/shared/escalation.yaml");

    private final PackPart rules = InventedEscalation.rules();

    private static PackFolder pack(String escalation) {
        var files = new TreeMap<String, byte[]>();
        files.put("escalation.yaml", escalation.getBytes(StandardCharsets.UTF_8));
        return new PackFolder("lb", files);
    }

    @Test
    void theChainsOfAllCountriesEndWithTheCoordinatorAndAreToBeVerified() throws Exception {
        String whole = Files.readString(RULES);
        rules.load(pack(whole));
        assertThat(InventedEscalation.levels(rules, 1))
                .containsExactly("officer", "supervisor", "focal-point", "coordinator");
        assertThat(InventedEscalation.levels(rules, 1_000))
                .containsExactly("officer", "supervisor", "focal-point", "coordinator");
        assertThat(whole).contains("verified: false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            to: supervisor, after: escalation-urgent | to: minister, after: escalation-urgent | 14 | expected officer, supervisor
            to: supervisor, after: escalation-urgent | to: reminder, after: escalation-urgent | 14 | expected officer, supervisor
            to: supervisor, after: escalation-urgent | to: supervisor, after: next-week       | 14 | there is no clock 'next-week'
            to: supervisor, after: escalation-urgent | to: supervisor                         | 14 | field 'after' is missing
            to: supervisor, after: escalation-urgent | to: supervisor, until: tomorrow        | 14 | unknown field 'until'
            to: focal-point                          | to: officer                            | 15 | 'officer' must stand after those below
            to: officer}                             | to: officer, after: escalation}        | 13 | so it has no 'after'
            reminder-percent: 50                     | reminder-percent: 100                  | 11 | must be at most 99
            reminder-percent: 50                     | reminder-percent: 0                    | 11 | must be at least 1
            within-hours: 24                         | within-hours: soon                     | 10 | expected a whole number
            \\[acting-hours                          | [acting-never                          | 23 | there is no clock 'acting-never'
            verified: false                          | verified: perhaps                      | 24 | expected true or false
            """)
    void aWrongLineIsRefusedWithFileLineAndReason(String right, String wrong, int line, String reason)
            throws Exception {
        String broken = Files.readString(RULES).replaceFirst("(?m)^((?!#).*)" + right, "$1" + wrong);
        assertThatThrownBy(() -> rules.load(pack(broken))).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("lb/escalation.yaml");
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void aChainThatNoStepReachesAndStepsThatNoChainReachesAreRefused() throws Exception {
        String whole = Files.readString(RULES);
        String twice = whole.replace("  - reminder-percent: 75", "  - within-hours: 24\n    reminder-percent: 75");
        assertThatThrownBy(() -> rules.load(pack(twice))).hasMessageContaining("no step reaches this chain");
        String limited = whole.replace("  - reminder-percent: 75", "  - within-hours: 48\n    reminder-percent: 75");
        assertThatThrownBy(() -> rules.load(pack(limited)))
                .hasMessageContaining("the last chain must count for every step");
        assertThatThrownBy(() -> rules.load(new PackFolder("lb", new TreeMap<>())))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("escalation.yaml");
    }
}
