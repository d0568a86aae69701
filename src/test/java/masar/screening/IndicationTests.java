package masar.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndicationTests {

    private static final String EDITION = "lb-2025-1";
    private static final List<String> SEVERITY = List.of(
            "no-indication", "exploitation-labour-rights", "deception-and-exploitation", "trafficking-indicated");

    private static final Indications INDICATIONS = LebanonIndications.real();

    private static IndicatorCatalogue catalogue;

    @BeforeAll
    static void readCatalogue() {
        catalogue = INDICATIONS.catalogue(EDITION);
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
        for (int round = 0; round < 100; round++) {
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

    private static Indication weigh(AgeAtExploitation age, SuspectedForm form, String... present) {
        Map<String, IndicatorAnswer> answers = new HashMap<>();
        Stream.of(present).forEach(code -> answers.put(code, IndicatorAnswer.PRESENT));
        return INDICATIONS.weigh(EDITION, age, form, answers);
    }

    private static int severity(Indication indication) {
        return SEVERITY.indexOf(indication.conclusion());
    }
}
