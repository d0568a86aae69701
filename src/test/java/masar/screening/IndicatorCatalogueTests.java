package masar.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.screening.internal.CatalogueLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorCatalogueTests {

    private static final Indications INDICATIONS = LebanonIndications.real();

    private final IndicatorCatalogue catalogue = INDICATIONS.catalogue("lb-2025-1");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "deceptive-recruitment,10", "coercive-recruitment,10", "abuse-of-vulnerability-at-recruitment,16",
        "exploitation,9", "coercion-at-destination,15", "abuse-of-vulnerability-at-destination,7"
    })
    void sixDimensionsHoldTheirIndicators(String dimension, int number) {
        assertThat(catalogue.indicators().values().stream()
                        .filter(indicator -> indicator.dimension().equals(dimension)))
                .hasSize(number);
    }

    @Test
    void theListOfAdultsHasSixtySevenIndicatorsAndThatOfChildrenSixtyFiveWithoutAWeakOne() {
        assertThat(catalogue.in("adults-labour")).hasSize(67);
        assertThat(catalogue.in("children-labour"))
                .hasSize(65)
                .noneMatch(indicator -> indicator.strengthIn("children-labour") == Strength.WEAK);
    }

    @Test
    void theListsOfSexualExploitationAreProvisionalAndNoListIsVerified() {
        assertThat(catalogue.lists().values())
                .allMatch(list -> !list.provenance().verified())
                .filteredOn(IndicatorList::provisional)
                .extracting(IndicatorList::key)
                .containsExactly("adults-sexual", "children-sexual");
    }

    @ParameterizedTest
    @CsvSource({
        "D4.01,adults-sexual,MEDIUM", "D5.07,adults-sexual,STRONG", "D4.06,children-sexual,STRONG",
        "D5.07,children-sexual,STRONG", "D2.05,adults-labour,MEDIUM", "D5.01,adults-labour,STRONG",
        "D3.08,children-labour,NONE", "D1.10,adults-labour,WEAK"
    })
    void strengthDependsOnIndicatorAndList(String code, String list, Strength strength) {
        assertThat(indicator(code).strengthIn(list)).isEqualTo(strength);
    }

    @Test
    void everyIndicatorIsSaidInThreeLanguagesAndNoTwoAlike() {
        assertThat(catalogue.indicators().values().stream()
                        .map(found -> found.name().ar()))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches(".*\\p{IsArabic}.*"));
        assertThat(catalogue.indicators().values().stream()
                        .map(found -> found.name().fr()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(catalogue.indicators().values().stream()
                        .map(found -> found.name().en()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void theElevenSignsOfForcedLabourAreSeenThroughTheIndicators() {
        assertThat(INDICATIONS.forcedLabourSigns(List.of("D5.01", "D4.01")))
                .extracting(ForcedLabourSign::code)
                .containsExactly("7", "11");
        assertThat(INDICATIONS.forcedLabourSigns(catalogue.indicators().keySet()))
                .hasSize(11);
    }

    static Stream<Arguments> brokenCatalogues() {
        String yaml = "indicators/ilo-delphi-2009.yaml";
        return Stream.of(
                arguments(yaml, "adults-labour: strong,", "adults-labour: huge,", "strong, medium, weak or none"),
                arguments(yaml, "adults-labour: strong,", "", "field 'adults-labour' is missing"),
                arguments(yaml, "adults-labour: strong,", "elders: strong,", "unknown field 'elders'"),
                arguments(yaml, "- code: D1.02", "- code: D1.01", "'D1.01' stands here twice"),
                arguments(yaml, "dimension: exploitation", "dimension: boredom", "there is no dimension 'boredom'"),
                arguments(yaml, "    provisional: true", "    provisional: perhaps", "expected true or false"),
                arguments("indicators/ilo-forced-labour-2012.csv", "D5.01", "D5.99", "there is no indicator 'D5.99'"));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @MethodSource("brokenCatalogues")
    void aBrokenCatalogueIsRefusedWithFileLineAndReason(String file, String before, String after, String reason) {
        PackFolder broken = LebanonPack.with(directory, file, before, after);
        assertThatThrownBy(() -> new CatalogueLibrary().load(broken))
                .isInstanceOfSatisfying(PackProblem.class, problem -> {
                    assertThat(problem.file()).isEqualTo(LebanonPack.label(file));
                    assertThat(problem.line()).isEqualTo(LebanonPack.lineOf(file, before));
                    assertThat(problem.reason()).contains(reason);
                });
    }

    private Indicator indicator(String code) {
        return catalogue.in("adults-labour").stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "procedure/lb-2025-1/edition.yaml, indicators: ilo-delphi-2009, indicators: other",
        "decisions/list.dmn, adults-labour, elders-labour",
        "decisions/conclusion.dmn, <text>exploitation</text>, <text>exploited</text>",
        "indicators/ilo-delphi-2009.yaml, input: exploitation, input: exploited"
    })
    void anEditionWhoseTablesAndIndicatorsDoNotFitIsRefused(String file, String before, String after) {
        PackFolder broken = LebanonPack.with(directory, file, before, after);
        assertThatThrownBy(() -> LebanonIndications.of(broken).check(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("do not fit together");
    }
}
