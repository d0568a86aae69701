package masar.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import masar.country.CountryPack;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.procedure.internal.DecisionLibrary;
import masar.procedure.internal.EditionLibrary;
import masar.screening.internal.CatalogueLibrary;
import masar.screening.internal.Weighing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicationTests {

    private static final String EDITION = "lb-2025-1";
    private static final List<String> SEVERITY = List.of(
            "no-indication", "exploitation-labour-rights", "deception-and-exploitation", "trafficking-indicated");

    private static final Indications INDICATIONS = indications();

    private static Weighing indications() {
        return indications(LebanonPack.folder());
    }

    private static Weighing indications(PackFolder folder) {
        CountryPack lebanon = LebanonPack.pack();
        EditionLibrary editions = new EditionLibrary(() -> lebanon);
        DecisionLibrary decisions = new DecisionLibrary();
        CatalogueLibrary catalogues = new CatalogueLibrary();
        Stream.of(editions, decisions, catalogues).forEach(part -> part.load(folder));
        return new Weighing(catalogues, editions, decisions);
    }

    @TempDir
    Path directory;

    private static IndicatorCatalogue catalogue;

    @BeforeAll
    static void readCatalogue() {
        catalogue = INDICATIONS.catalogue(EDITION);
    }

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
    void anAdultWhosePapersAreKeptAndWhoIsLockedInAndUnpaidShowsAnIndicationWithItsReasons() {
        Indication indication =
                weigh(AgeAtExploitation.ADULT, SuspectedForm.LABOUR, "D5.01", "D5.03", "D4.01", "D4.02");
        assertThat(indication.conclusion()).isEqualTo("trafficking-indicated");
        assertThat(indication.reason()).isEqualTo("harbouring-with-coercion");
        assertThat(indication.list()).isEqualTo("adults-labour");
        assertThat(indication.provisional()).isFalse();
        assertThat(indication.catalogue().id()).isEqualTo("ilo-delphi-2009");
        assertThat(indication.dimensions())
                .filteredOn(Indication.DimensionReading::positive)
                .extracting(Indication.DimensionReading::dimension)
                .containsExactly("exploitation", "coercion-at-destination");
        assertThat(indication.dimensions().get(4).present()).containsExactly("D5.01", "D5.03");
        assertThat(indication.dimensions().get(4).rules()).extracting("id").containsExactly("dimension-two-strong");
        assertThat(indication.rules())
                .extracting("id")
                .containsExactly("list-adult-labour", "child-adult", "conclusion-harbouring-with-coercion");
        assertThat(indication.notAsked()).isEqualTo(63);
    }

    @Test
    void aChildNeedsNoMeansAndUnknownAgeCountsAsAChild() {
        for (AgeAtExploitation age : List.of(AgeAtExploitation.CHILD, AgeAtExploitation.UNKNOWN)) {
            Indication indication = weigh(age, SuspectedForm.LABOUR, "D4.01", "D4.02");
            assertThat(indication.treatedAsChild()).isTrue();
            assertThat(indication.reason()).isEqualTo("child-exploited");
        }
        assertThat(weigh(AgeAtExploitation.ADULT, SuspectedForm.LABOUR, "D4.01", "D4.02")
                        .conclusion())
                .isEqualTo("exploitation-labour-rights");
    }

    @Test
    void onlyWhatIsPresentIsCountedAndTheOtherAnswersAreKeptApart() {
        Map<String, IndicatorAnswer> answers = new HashMap<>(Map.of(
                "D5.01", IndicatorAnswer.ABSENT,
                "D5.02", IndicatorAnswer.REFUSED,
                "D5.03", IndicatorAnswer.UNKNOWN,
                "D5.04", IndicatorAnswer.NOT_ASKED,
                "D5.05", IndicatorAnswer.PRESENT));
        Indication indication = INDICATIONS.weigh(EDITION, AgeAtExploitation.ADULT, SuspectedForm.LABOUR, answers);
        assertThat(indication.conclusion()).isEqualTo("no-indication");
        assertThat(indication.counts())
                .containsEntry(IndicatorAnswer.ABSENT, 1)
                .containsEntry(IndicatorAnswer.REFUSED, 1)
                .containsEntry(IndicatorAnswer.UNKNOWN, 1)
                .containsEntry(IndicatorAnswer.PRESENT, 1)
                .containsEntry(IndicatorAnswer.NOT_ASKED, 63);
    }

    @Test
    void aResultFromAProvisionalListSaysSo() {
        assertThat(weigh(AgeAtExploitation.ADULT, SuspectedForm.SEXUAL, "D5.07").provisional())
                .isTrue();
    }

    @Test
    void whatIsPresentButNotInTheListIsNamedAndNotCounted() {
        Indication indication = weigh(AgeAtExploitation.CHILD, SuspectedForm.LABOUR, "D4.08");
        assertThat(indication.presentOutsideList()).containsExactly("D4.08");
        assertThat(indication.dimensions()).noneMatch(Indication.DimensionReading::positive);
    }

    @Test
    void oneMorePresentIndicatorNeverMakesTheIndicationWeaker() {
        Random random = new Random(2009);
        List<String> codes = List.copyOf(catalogue.indicators().keySet());
        for (int round = 0; round < 300; round++) {
            AgeAtExploitation age = AgeAtExploitation.values()[random.nextInt(3)];
            SuspectedForm form = SuspectedForm.values()[random.nextInt(3)];
            Map<String, IndicatorAnswer> answers = new HashMap<>();
            codes.forEach(code -> answers.put(code, IndicatorAnswer.values()[random.nextInt(5)]));
            int before = severity(INDICATIONS.weigh(EDITION, age, form, answers));
            answers.put(codes.get(random.nextInt(codes.size())), IndicatorAnswer.PRESENT);
            assertThat(severity(INDICATIONS.weigh(EDITION, age, form, answers))).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void aCodeTheCatalogueDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> weigh(AgeAtExploitation.ADULT, SuspectedForm.LABOUR, "D9.99"))
                .isInstanceOf(IllegalArgumentException.class);
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
                    assertThat(problem.file()).isEqualTo("lb/" + file);
                    assertThat(problem.line()).isEqualTo(LebanonPack.lineOf(file, before));
                    assertThat(problem.reason()).contains(reason);
                });
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "procedure/lb-2025-1/edition.yaml, indicators: ilo-delphi-2009, indicators: other",
        "procedure/lb-2025-1/decisions/list.dmn, adults-labour, elders-labour",
        "procedure/lb-2025-1/decisions/conclusion.dmn, <text>exploitation</text>, <text>exploited</text>",
        "indicators/ilo-delphi-2009.yaml, input: exploitation, input: exploited"
    })
    void anEditionWhoseTablesAndIndicatorsDoNotFitIsRefused(String file, String before, String after) {
        PackFolder broken = LebanonPack.with(directory, file, before, after);
        assertThatThrownBy(() -> indications(broken).check(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("do not fit together");
    }

    private static Indicator indicator(String code) {
        return catalogue.in("adults-labour").stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Indication weigh(AgeAtExploitation age, SuspectedForm form, String... present) {
        Map<String, IndicatorAnswer> answers = new HashMap<>();
        Stream.of(present).forEach(code -> answers.put(code, IndicatorAnswer.PRESENT));
        return INDICATIONS.weigh(EDITION, age, form, answers);
    }

    private static int severity(Indication indication) {
        return SEVERITY.indexOf(indication.conclusion());
    }
}
