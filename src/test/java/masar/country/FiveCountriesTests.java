package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;
import masar.procedure.internal.DecisionLibrary;
import masar.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between the five countries stands in their folders; what does not, once beside them. */
class FiveCountriesTests {

    private static final Path REAL = Path.of("countries");

    @TempDir
    Path directory;

    private static PackFolder folder(String country) {
        return PackSource.inDirectory(REAL, country);
    }

    private static CountryPack pack(String country) {
        return CountryReading.read(folder(country));
    }

    @ParameterizedTest
    @CsvSource({
        "lb, Asia/Beirut, SATURDAY SUNDAY, LBP",
        "jo, Asia/Amman, FRIDAY SATURDAY, JOD",
        "iq, Asia/Baghdad, FRIDAY SATURDAY, IQD",
        "eg, Africa/Cairo, FRIDAY SATURDAY, EGP",
        "sa, Asia/Riyadh, FRIDAY SATURDAY, SAR"
    })
    void eachHasItsOwnZoneWeekendAndMoney(String country, String zone, String weekend, String money) {
        var pack = pack(country);
        assertThat(pack.calendar().zone()).hasToString(zone);
        assertThat(pack.currency().code()).isEqualTo(money);
        var off = EnumSet.allOf(DayOfWeek.class);
        off.removeAll(pack.calendar().workingDays());
        assertThat(off).extracting(DayOfWeek::name).containsExactlyInAnyOrder(weekend.split(" "));
        assertThat(pack.calendar().provenance().verified()).isFalse();
    }

    @Test
    void arabicComesFirstEverywhereThenFrenchInLebanonAndEnglishElsewhere() {
        assertThat(pack("lb").languages()).containsExactly(Language.AR, Language.FR, Language.EN);
        for (String country : List.of("jo", "iq", "eg", "sa")) {
            assertThat(pack(country).languages()).as(country).containsExactly(Language.AR, Language.EN, Language.FR);
        }
    }

    @Test
    void thatKurdishIsSpokenInIraqIsSaidInWordsAndItIsNotOffered() {
        PackEntry note =
                folder("iq").file("procedure/iq-2023-1/edition.yaml").yaml().get("note");
        assertThat(note.localized().ar()).contains("الكردية");
        assertThat(note.localized().fr()).contains("kurde");
        assertThat(note.localized().en()).contains("Kurdish");
    }

    @ParameterizedTest
    @CsvSource({
        "lb, mosa-procedures, وزارة الشؤون الاجتماعية",
        "jo, ncct, اللجنة الوطنية لمنع الاتجار بالبشر",
        "iq, central-committee, اللجنة المركزية",
        "eg, nccpim-tip, اللجنة الوطنية التنسيقية",
        "sa, hrc-committee, هيئة حقوق الإنسان"
    })
    void eachNamesTheAuthorityThatCoordinatesAndLeavesItsCompetenceToBeConfirmed(
            String country, String key, String name) {
        var coordinating = organisations(country).stream()
                .filter(one -> one.get("kind").text().equals("coordinating"))
                .toList();
        assertThat(coordinating).singleElement().satisfies(one -> {
            assertThat(one.get("key").text()).isEqualTo(key);
            assertThat(one.get("name").localized().ar()).contains(name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo", "iq", "eg", "sa"})
    void whoMayIdentifyIsNotVerifiedAndNoTelephoneNumberWithoutASourceIsGiven(String country) {
        for (PackEntry organisation : organisations(country)) {
            assertThat(organisation.get("phones").list()).isEmpty();
            organisation.get("competent-for").list().stream()
                    .filter(role -> role.get("role").text().equals("identification"))
                    .forEach(role -> assertThat(role.get("verified").flag()).isFalse());
        }
    }

    @Test
    void theSameClockEndsOnAnotherDayWhereTheWeekendIsAnother() {
        var wednesday = Instant.parse("2026-11-25T09:00:00Z");
        assertThat(due("lb", wednesday)).isEqualTo("2026-12-02T13:30:00Z");
        assertThat(due("jo", wednesday)).isEqualTo("2026-12-02T12:30:00Z");
        var friday = Instant.parse("2026-11-27T09:00:00Z");
        assertThat(due("lb", friday)).isEqualTo("2026-12-04T13:30:00Z");
        assertThat(due("sa", friday)).isEqualTo("2026-12-03T11:30:00Z");
        assertThat(due("iq", friday)).isEqualTo("2026-12-03T12:00:00Z");
        assertThat(due("eg", friday)).isEqualTo("2026-12-03T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "jo, 2026-05-25",
        "iq, 2026-07-14",
        "eg, 2026-04-13",
        "eg, 2026-10-06",
        "sa, 2026-09-23",
        "sa, 2026-02-22"
    })
    void daysOffAreNationalAndThoseOfTheMoonAreSaidToBeEstimates(String country, LocalDate day) {
        var calendar = pack(country).calendar();
        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(calendar.knownYears()).containsExactly(Year.of(2026), Year.of(2027));
        assertThat(calendar.holidays())
                .allSatisfy(
                        holiday -> assertThat(holiday.provenance().verified()).isFalse())
                .filteredOn(holiday -> holiday.name().en().startsWith("Eid"))
                .isNotEmpty()
                .allSatisfy(holiday -> assertThat(holiday.provenance().source()).contains("estimated", "moon"));
    }

    @ParameterizedTest
    @CsvSource({"lb, 9, true", "jo, 12, false", "iq, 18, true", "eg, 27, true", "sa, 13, true"})
    void governoratesHaveCodesOnlyWhereTheyAreKnown(String country, int count, boolean pcodes) {
        var places = pack(country).places(Place.Level.GOVERNORATE);
        assertThat(places).hasSize(count);
        assertThat(places.stream().anyMatch(place -> place.pcode().isPresent())).isEqualTo(pcodes);
        assertThat(places)
                .allSatisfy(place -> assertThat(place.provenance().verified()).isFalse())
                .filteredOn(place -> !place.key().equals("LB-KJ"))
                .allSatisfy(place ->
                        assertThat(place.iso().orElseThrow()).startsWith(country.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void theLawIsThatOfTheCountry() {
        assertThat(pack("jo").article("7").provenance().verified()).isTrue();
        assertThat(pack("iq").article("6").provenance().verified()).isTrue();
        assertThat(pack("iq").article("11").provenance().verified()).isFalse();
        assertThat(pack("eg").article("21").provenance().verified()).isFalse();
        assertThat(pack("sa").article("7").summary().fr()).contains("doit avertir");
        assertThat(pack("sa").law().purposes()).containsKeys("MedicalExperiments", "Begging");
        assertThat(pack("jo").law().purposes()).doesNotContainKey("MedicalExperiments");
    }

    @Test
    void theEditionOfEachRestsOnItsOwnLawAndNoneIsVerified() {
        var editions = Set.of("lb-2025-1", "jo-2021-1", "iq-2023-1", "eg-2021-1", "sa-2020-1");
        for (String id : editions) {
            PackFolder folder = folder(id.substring(0, 2));
            assertThat(folder.folders("procedure")).containsExactly(id);
            assertThat(folder.file("procedure/" + id + "/edition.yaml")
                            .yaml()
                            .provenance()
                            .verified())
                    .isFalse();
        }
        assertThat(folder("sa").file("procedure/sa-2020-1/edition.yaml").text()).contains("M/40 art. 7");
        assertThat(folder("iq").file("procedure/iq-2023-1/edition.yaml").text()).contains("Law 28 of 2012 art. 11");
    }

    @Test
    void whatIsNotNationalStandsOnce() throws IOException {
        for (String shared : List.of("wordlists", "forms", "indicators", "decisions", "clocks.yaml", "watch.yaml")) {
            for (String country : List.of("lb", "jo", "iq", "eg", "sa")) {
                assertThat(REAL.resolve(country).resolve(shared)).doesNotExist();
            }
        }
        assertThat(pack("sa").wordLists()).isEqualTo(pack("lb").wordLists());
        try (var shared = Files.walk(REAL.resolve("shared"))) {
            assertThat(shared.filter(file -> file.toString().contains("retention")))
                    .hasSize(1);
        }
    }

    @Test
    void aCountryReplacesASharedFileByOneOfItsOwnAndAClockByOneOfItsOwn() throws IOException {
        LebanonPack.copy(directory);
        Path jordan = directory.resolve("jo");
        Files.createDirectories(jordan.resolve("wordlists"));
        Files.writeString(
                jordan.resolve("wordlists/urgency.csv"),
                "code,ar,fr,en,verified,source\nhigh,عاجل,Urgent,High,false,test\n");
        Files.writeString(jordan.resolve("clocks.yaml"), """
                clocks:
                  - {key: presumption-decision, amount: 3, unit: calendar-days, name: {ar: قرار, fr: Décision, en: Decision}, verified: false, source: test}
                """);
        var changed = CountryReading.read(PackSource.inDirectory(directory, "jo"));
        assertThat(changed.wordList("urgency").words()).hasSize(1);
        assertThat(changed.clock("presumption-decision").amount()).isEqualTo(3);
        assertThat(changed.clocks()).hasSameSizeAs(pack("jo").clocks());
        assertThat(pack("jo").clock("presumption-decision").amount()).isEqualTo(5);
        assertThat(CountryReading.read(PackSource.inDirectory(directory, "lb"))
                        .wordList("urgency")
                        .words())
                .hasSize(4);
    }

    @Test
    void anEditionWithATableOfItsOwnDecidesByIt() throws IOException {
        LebanonPack.copy(directory);
        Path own = Files.createDirectories(directory.resolve("jo/procedure/jo-2021-1/decisions"));
        Path table = own.resolve("child.dmn");
        Files.copy(directory.resolve("shared/decisions/child.dmn"), table);
        var decisions = new DecisionLibrary();
        decisions.load(PackSource.inDirectory(directory, "jo"));
        assertThat(decisions.tables("jo-2021-1")).hasSize(6);
        Files.writeString(table, Files.readString(table).replace("</definitions>", ""));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> decisions.load(PackSource.inDirectory(directory, "jo")))
                .hasMessageContaining("jo/procedure/jo-2021-1/decisions/child.dmn");
    }

    private static String due(String country, Instant start) {
        var pack = pack(country);
        return pack.calendar().due(start, pack.clock("presumption-decision")).toString();
    }

    private static List<PackEntry> organisations(String country) {
        return folder(country)
                .file("organisations.yaml")
                .yaml()
                .get("organisations")
                .list();
    }
}
