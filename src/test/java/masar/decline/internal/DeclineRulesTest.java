package masar.decline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import masar.country.PackProblem;
import masar.people.CountryOnPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stay of somebody who declined; a broken line stops the start and says which and why. */
class DeclineRulesTest {

    private static final Path RULES = Path.of("countries/shared/decline.yaml");

    private static DeclineRules read(String country, String text) {
        var rules = new DeclineRules(new CountryOnPaper(country));
        rules.load(CountryOnPaper.folder("decline.yaml", text));
        return rules;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void everyCountryReadsThemAndNothingOfThemIsVerified(String country) throws Exception {
        assertThat(read(country, Files.readString(RULES)).rules().provenance().verified())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"18, 18-24", "24, 18-24", "25, 25-39", "59, 40-59", "60, 60+", "97, 60+"})
    void anAgeBecomesABand(int age, String band) throws Exception {
        assertThat(read("lb", Files.readString(RULES)).rules().band(age)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stub: [month,           | stub: [name,            | expected one of
            stub: [month,           | stub: [month, day,      | not both
            stub: [month,           | stub: [month, month,    | twice
            age-bands: [18, 25      | age-bands: [25, 18      | must be at least 26
            code-lasts: decline-code | code-lasts: for-ever   | there is no clock 'for-ever'
            count: 5                | count: 0                | must be at least 1
            """)
    void aWrongLineIsRefusedWithItsReason(String right, String wrong, String reason) throws Exception {
        String broken = Files.readString(RULES).replace(right, wrong);
        assertThatThrownBy(() -> read("lb", broken))
                .isInstanceOfSatisfying(
                        PackProblem.class,
                        problem -> assertThat(problem.reason()).contains(reason));
    }

    @Test
    void codesAreUnlikeEachOtherAndFoundHoweverTheyAreTyped() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            codes.add(ComeBackCode.random());
        }
        assertThat(codes).hasSize(1000).allMatch(code -> code.length() == 19);
        assertThat(ComeBackCode.hash("O1aB-c2d3 e4f5-g6h7")).isEqualTo(ComeBackCode.hash("0LAB-C2D3-E4F5-G6H7"));
    }
}
