package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;
import masar.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LebanonTests {

    private final CountryPack lebanon = LebanonPack.pack();

    @Test
    void speaksArabicFirstAndWritesLatinDigits() {
        assertThat(lebanon.languages()).containsExactly(Language.AR, Language.FR, Language.EN);
        assertThat(lebanon.locale(Language.AR).toLanguageTag()).isEqualTo("ar-LB-u-nu-latn");
        assertThat(lebanon.currency().name().ar()).isEqualTo("ليرة لبنانية");
    }

    @Test
    void hasNineGovernoratesAndTwentySixDistricts() {
        assertThat(lebanon.places(Place.Level.GOVERNORATE)).hasSize(9);
        assertThat(lebanon.places(Place.Level.DISTRICT)).hasSize(26);
        assertThat(lebanon.place("LB-KJ").orElseThrow().pcode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LB21,LB8", "LB22,LB8", "LB51,LB7", "LB34,LB-KJ", "LB35,LB-KJ", "LB25,LB2"})
    void tellsTheParentOfADistrictAndNeverDerivesIt(String district, String governorate) {
        assertThat(lebanon.place(district).orElseThrow().parent()).contains(governorate);
    }

    @Test
    void placesEveryDistrictInAGovernorateAndNoGovernorateIsEmpty() {
        for (Place governorate : lebanon.places(Place.Level.GOVERNORATE)) {
            assertThat(lebanon.placesIn(governorate.key()))
                    .as(governorate.key())
                    .isNotEmpty();
        }
    }

    @Test
    void knowsTheHolidaysOfThreeYearsAndVerifiesNone() {
        assertThat(lebanon.calendar().knownYears()).hasToString("[2025, 2026, 2027]");
        assertThat(lebanon.calendar().holidays())
                .allSatisfy(day -> assertThat(day.provenance().verified()).isFalse())
                .extracting(Holiday::date)
                .contains(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 13));
    }

    @Test
    void hasNoVerifiedClockBecauseTheProceduresAreNotPublic() {
        assertThat(lebanon.clocks().values())
                .allSatisfy(clock -> assertThat(clock.provenance().verified()).isFalse());
        assertThat(lebanon.clock("presumption-decision"))
                .extracting(Clock::amount, Clock::unit)
                .containsExactly(5, ClockUnit.WORKING_DAYS);
    }

    @Test
    void namesThePurposesOfItsLawBeyondThoseOfTheProtocol() {
        assertThat(lebanon.law().purposes()).hasSize(9).containsKeys("Begging", "TerroristActs", "CriminalActs");
        assertThat(lebanon.article("586(1)").provenance().verified()).isTrue();
        assertThat(lebanon.article("586(9)").provenance().verified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gender,6", "methods-of-control,18", "type-of-exploitation,11", "forced-labour-industry,21",
        "method-of-recruitment,10", "trafficking-status,3", "type-of-sex-exploitation,4", "case-status,4",
        "education,9", "closure-reason,12", "service-category,20", "interview-phase,3"
    })
    void offersTheWholeWordList(String list, int codes) {
        assertThat(lebanon.wordList(list).words()).hasSize(codes);
    }

    @Test
    void flagsTheTwoMethodsOfControlThatTheFieldSheetLacks() {
        WordList methods = lebanon.wordList("methods-of-control");
        assertThat(methods.words().stream()
                        .filter(word -> !word.provenance().verified())
                        .map(Word::code))
                .isEqualTo(List.of("RestrictsMovement", "UsesChildren"));
        assertThat(methods.text("NoLongerInTheList").ar()).isEqualTo("NoLongerInTheList");
    }

    @Test
    void readsTheSamePackFromTheJarAndFromADirectory() {
        assertThat(CountryReading.read(PackSource.inJar("lb"))).isEqualTo(lebanon);
    }
}
