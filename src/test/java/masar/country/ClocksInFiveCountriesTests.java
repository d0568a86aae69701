package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;
import masar.shared.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something is due in each of the five countries, by the days, hours and clock changes of that country. */
class ClocksInFiveCountriesTests {

    private static final List<String> COUNTRIES = List.of("lb", "jo", "iq", "eg", "sa");
    private static final Provenance INVENTED = new Provenance(false, "test");
    private static final int ROUNDS = 2_000;

    private static final Map<String, WorkingCalendar> CALENDARS = COUNTRIES.stream()
            .collect(Collectors.toMap(country -> country, ClocksInFiveCountriesTests::read, (a, b) -> a, TreeMap::new));

    private static WorkingCalendar read(String country) {
        return CountryReading.read(PackSource.inJar(country)).calendar();
    }

    private static WorkingCalendar calendar(String country) {
        return java.util.Objects.requireNonNull(CALENDARS.get(country));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} {3} = {4} ({5})")
    @CsvSource({
        "lb, 2026-11-20T10:00, 1, working-days, 2026-11-23T15:30, Friday: Saturday and Sunday are off",
        "jo, 2026-11-26T10:00, 1, working-days, 2026-11-29T15:30, Thursday: Friday and Saturday are off",
        "iq, 2026-11-26T10:00, 1, working-days, 2026-11-29T15:00, Thursday: Friday and Saturday are off",
        "eg, 2026-11-26T10:00, 1, working-days, 2026-11-29T15:00, Thursday: Friday and Saturday are off",
        "sa, 2026-11-26T10:00, 1, working-days, 2026-11-29T14:30, Thursday: Friday and Saturday are off",
        "lb, 2026-11-20T14:30, 2, working-hours, 2026-11-23T09:00, one hour on Friday and one on Monday",
        "jo, 2026-11-26T14:30, 2, working-hours, 2026-11-29T09:00, one hour on Thursday and one on Sunday",
        "iq, 2026-11-26T14:00, 2, working-hours, 2026-11-29T09:00, one hour on Thursday and one on Sunday",
        "eg, 2026-11-26T14:00, 2, working-hours, 2026-11-29T10:00, one hour on Thursday and one on Sunday",
        "sa, 2026-11-26T13:30, 2, working-hours, 2026-11-29T08:30, one hour on Thursday and one on Sunday",
        "sa, 2026-11-27T03:00, 7, working-hours, 2026-11-29T14:30, begun on a Friday: the whole of Sunday"
    })
    void weekendsAreThoseOfTheCountry(
            String country, LocalDateTime start, int amount, String unit, LocalDateTime due, String why) {
        assertThat(due(country, start, amount, unit)).as(why).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} working days = {3} ({4})")
    @CsvSource({
        "lb, 2026-12-24T10:00, 1, 2026-12-28, Christmas on a Friday",
        "jo, 2026-05-21T10:00, 1, 2026-05-24, the Sunday before Independence Day",
        "jo, 2026-05-24T10:00, 1, 2026-05-31, Independence Day and the days of Adha that follow it",
        "iq, 2026-07-13T10:00, 1, 2026-07-15, 14 July",
        "eg, 2026-10-05T10:00, 1, 2026-10-07, 6 October",
        "sa, 2026-09-22T10:00, 1, 2026-09-24, National Day on a Wednesday"
    })
    void publicHolidaysAreThoseOfTheCountry(String country, LocalDateTime start, int days, LocalDate due, String why) {
        assertThat(due(country, start, days, "working-days").toLocalDate())
                .as(why)
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} {3} = {4} ({5})")
    @CsvSource({
        "sa, 2026-02-18T09:00, 1, working-days, 2026-02-19T15:00, the second day of Ramadan ends at three",
        "sa, 2026-02-17T10:00, 5, working-hours, 2026-02-18T10:30, half an hour after the later opening",
        "eg, 2026-02-18T13:00, 2, working-hours, 2026-02-19T10:00, offices close at two and open at nine",
        "iq, 2026-02-18T13:00, 2, working-hours, 2026-02-19T10:00, offices close at two and open at nine",
        "jo, 2026-02-18T14:00, 2, working-hours, 2026-02-19T11:00, offices open at ten",
        "lb, 2026-02-18T15:00, 2, working-hours, 2026-02-19T09:30, Lebanon's pack says nothing of other hours"
    })
    void ramadanHoursCountWhereThePackSaysSo(
            String country, LocalDateTime start, int amount, String unit, LocalDateTime due, String why) {
        assertThat(due(country, start, amount, unit)).as(why).isEqualTo(due);
    }

    @Test
    void theDaysOfRamadanAreEstimatesAndSayThatTheMoonDecides() {
        for (String country : List.of("jo", "iq", "eg", "sa")) {
            assertThat(calendar(country).seasons()).hasSize(3).allSatisfy(season -> {
                assertThat(season.name().en()).isEqualTo("Ramadan");
                assertThat(season.provenance().verified()).isFalse();
                assertThat(season.provenance().source()).contains("estimated", "moon");
                assertThat(ChronoUnit.DAYS.between(season.first(), season.last()) + 1)
                        .isBetween(29L, 30L);
            });
        }
        assertThat(calendar("lb").seasons()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} + {2} {3} = {4} ({5})")
    @CsvSource({
        "eg, 2023-04-27T23:30+02:00, 1, hours, 2023-04-28T01:30+03:00, Egypt's return: the hour after midnight is left out",
        "eg, 2023-04-27T00:30+02:00, 1, calendar-days, 2023-04-28T01:00+03:00, half past midnight does not exist",
        "eg, 2023-04-27T01:30+02:00, 1, calendar-days, 2023-04-28T01:30+03:00, later begun and later due",
        "eg, 2022-04-28T00:30+02:00, 1, calendar-days, 2022-04-29T00:30+02:00, the year before there was no such change",
        "eg, 2023-04-26T12:00+02:00, 1, working-days, 2023-04-27T15:00+02:00, the last working day before it",
        "eg, 2023-04-27T12:00+02:00, 1, working-days, 2023-04-30T15:00+03:00, Sunday by the new time",
        "eg, 2023-04-27T14:00+02:00, 2, working-hours, 2023-04-30T10:00+03:00, an hour left out at night is no working hour",
        "eg, 2023-10-26T23:10+03:00, 1, hours, 2023-10-26T23:10+02:00, the hour before midnight comes twice",
        "eg, 2023-10-25T23:10+03:00, 1, calendar-days, 2023-10-26T23:10+03:00, due in the first of the two",
        "lb, 2026-03-28T22:00+02:00, 24, hours, 2026-03-29T23:00+03:00, elapsed hours",
        "lb, 2026-03-28T00:30+02:00, 1, calendar-days, 2026-03-29T01:00+03:00, Beirut leaves out the hour after midnight too",
        "jo, 2026-03-26T22:00+03:00, 24, hours, 2026-03-27T22:00+03:00, Jordan keeps one time since 2022",
        "iq, 2026-03-26T22:00+03:00, 24, hours, 2026-03-27T22:00+03:00, Iraq keeps one time",
        "sa, 2026-03-26T22:00+03:00, 24, hours, 2026-03-27T22:00+03:00, Saudi Arabia keeps one time"
    })
    void clocksSetForwardAndBackCountAsTheTimeZoneDataSay(
            String country, OffsetDateTime start, int amount, String unit, OffsetDateTime due, String why) {
        assertThat(calendar(country).due(start.toInstant(), clock(amount, unit)))
                .as(why)
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void theTwentyNinthOfFebruaryIsADayAsAnyOther(String country) {
        assertThat(due(country, LocalDateTime.of(2028, 2, 28, 9, 0), 1, "calendar-days"))
                .isEqualTo(LocalDateTime.of(2028, 2, 29, 9, 0));
        assertThat(due(country, LocalDateTime.of(2028, 2, 28, 9, 0), 2, "calendar-days"))
                .isEqualTo(LocalDateTime.of(2028, 3, 1, 9, 0));
        assertThat(due(country, LocalDateTime.of(2027, 2, 28, 9, 0), 1, "calendar-days"))
                .isEqualTo(LocalDateTime.of(2027, 3, 1, 9, 0));
        assertThat(due(country, LocalDateTime.of(2028, 2, 28, 9, 0), 1, "working-days")
                        .toLocalDate())
                .as("a Tuesday everywhere")
                .isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(due(country, LocalDateTime.of(2028, 2, 29, 9, 0), 365, "calendar-days"))
                .isEqualTo(LocalDateTime.of(2029, 2, 28, 9, 0));
    }

    @ParameterizedTest
    @EnumSource(ClockUnit.class)
    void nothingIsDueBeforeItBeganAndNoOfficeMustActOnADayOff(ClockUnit unit) {
        var random = new Random(2026 + unit.ordinal());
        CALENDARS.forEach((country, calendar) -> {
            for (int round = 0; round < ROUNDS; round++) {
                Instant start = moment(random);
                var clock = clock(1 + random.nextInt(60), unit.code());
                Instant due = calendar.due(start, clock);
                assertThat(due)
                        .as("%s: %s + %s", country, start, clock.amount())
                        .isAfter(start);
                if (unit == ClockUnit.WORKING_DAYS || unit == ClockUnit.WORKING_HOURS) {
                    LocalDateTime there = due.atZone(calendar.zone()).toLocalDateTime();
                    assertThat(calendar.isWorkingDay(there.toLocalDate()))
                            .as("%s: %s + %s is due at %s", country, start, clock.amount(), there)
                            .isTrue();
                    assertThat(there.toLocalTime())
                            .isAfter(calendar.hoursOn(there.toLocalDate()).opens())
                            .isBeforeOrEqualTo(
                                    calendar.hoursOn(there.toLocalDate()).closes());
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ClockUnit.class)
    void whatBeginsLaterOrMayTakeLongerIsNeverDueEarlier(ClockUnit unit) {
        var random = new Random(31 + unit.ordinal());
        CALENDARS.forEach((country, calendar) -> {
            for (int round = 0; round < ROUNDS; round++) {
                Instant start = round % 2 == 0 ? moment(random) : nearAChange(calendar, random);
                Instant later = start.plus(random.nextInt(3_000), ChronoUnit.MINUTES);
                int amount = 1 + random.nextInt(40);
                Instant due = calendar.due(start, clock(amount, unit.code()));
                assertThat(calendar.due(later, clock(amount, unit.code())))
                        .as("%s: %s and %s, %s %s", country, start, later, amount, unit)
                        .isAfterOrEqualTo(due);
                assertThat(calendar.due(start, clock(amount + 1 + random.nextInt(5), unit.code())))
                        .as("%s: %s, more than %s %s", country, start, amount, unit)
                        .isAfter(due);
            }
        });
    }

    @Test
    void workingHoursAreCountedOneByOneAsALookAtTheDoorWouldCountThem() {
        var random = new Random(77);
        CALENDARS.forEach((country, calendar) -> {
            for (int round = 0; round < 60; round++) {
                Instant start = moment(random).truncatedTo(ChronoUnit.MINUTES);
                int hours = 1 + random.nextInt(20);
                Instant minute = start;
                for (int open = 0; open < hours * 60; minute = minute.plus(1, ChronoUnit.MINUTES)) {
                    open += calendar.isOpen(minute) ? 1 : 0;
                }
                assertThat(calendar.due(start, clock(hours, "working-hours")))
                        .as("%s: %s + %s", country, start, hours)
                        .isEqualTo(minute);
            }
        });
    }

    @Test
    void noOfficeIsOpenOnADayOffOrAtNight() {
        var sunday = LocalDate.of(2026, 11, 22);
        assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        CALENDARS.forEach((country, calendar) -> {
            assertThat(calendar.isOpen(
                            sunday.atTime(12, 0).atZone(calendar.zone()).toInstant()))
                    .as(country)
                    .isEqualTo(!country.equals("lb"));
            assertThat(calendar.isOpen(sunday.atTime(LocalTime.MIDNIGHT)
                            .atZone(calendar.zone())
                            .toInstant()))
                    .isFalse();
        });
    }

    private static LocalDateTime due(String country, LocalDateTime start, int amount, String unit) {
        var calendar = calendar(country);
        return calendar.due(start.atZone(calendar.zone()).toInstant(), clock(amount, unit))
                .atZone(calendar.zone())
                .toLocalDateTime();
    }

    private static Clock clock(int amount, String unit) {
        return new Clock("test", amount, ClockUnit.of(unit), LocalizedText.same("test"), INVENTED);
    }

    /** Any minute from 2022 to 2029. */
    private static Instant moment(Random random) {
        return Instant.parse("2022-01-01T00:00:00Z").plus(random.nextInt(3_600_000), ChronoUnit.MINUTES);
    }

    /** Within two days of a change of the clocks, where the country has any. */
    private static Instant nearAChange(WorkingCalendar calendar, Random random) {
        var change = calendar.zone().getRules().nextTransition(moment(random));
        return change == null
                ? moment(random)
                : change.getInstant().plus(random.nextInt(5_760) - 2_880, ChronoUnit.MINUTES);
    }
}
