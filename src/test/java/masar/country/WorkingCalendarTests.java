package masar.country;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import masar.shared.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");
    private static final Provenance INVENTED = new Provenance(false, "test");
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY = Set.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY);

    private final WorkingCalendar lebanon = LebanonPack.pack().calendar();

    @ParameterizedTest(name = "{0} + {1} working days = {2} ({3})")
    @CsvSource({
        "2026-11-23T10:00, 5, 2026-11-30, a Monday: over one weekend",
        "2026-11-20T10:00, 1, 2026-11-23, a Friday: the next Monday",
        "2026-11-21T10:00, 1, 2026-11-23, a Saturday",
        "2026-12-24T23:59, 1, 2026-12-28, over Christmas and a weekend",
        "2025-03-28T09:00, 1, 2025-04-01, over the Fitr holiday",
        "2028-02-28T09:00, 1, 2028-02-29, a leap day",
        "2028-02-29T09:00, 1, 2028-03-01, after a leap day",
        "2026-04-02T09:00, 2, 2026-04-08, Good Friday and Easter Monday"
    })
    void workingDaysSkipWeekendsAndHolidays(LocalDateTime start, int days, LocalDate due, String why) {
        assertThat(lebanon.due(at(start), working(days))).as(why).isEqualTo(at(due.atTime(15, 30)));
    }

    @Test
    void aCountryWithAnotherWeekendCountsOtherDays() {
        WorkingCalendar sundayToThursday = calendar(SUNDAY_TO_THURSDAY, List.of());
        Instant thursday = at(LocalDateTime.of(2026, 11, 26, 12, 0));
        assertThat(sundayToThursday.due(thursday, working(1))).isEqualTo(at(LocalDateTime.of(2026, 11, 29, 15, 30)));
        assertThat(sundayToThursday.isWorkingDay(LocalDate.of(2026, 11, 27))).isFalse();
    }

    @Test
    void hoursAreElapsedHoursAlsoWhenTheClockIsSetForward() {
        Instant before = at(LocalDateTime.of(2026, 3, 28, 22, 0));
        assertThat(lebanon.due(before, clock(24, ClockUnit.HOURS))).isEqualTo(at(LocalDateTime.of(2026, 3, 29, 23, 0)));
    }

    @Test
    void calendarDaysEndAtTheSameLocalTimeAlsoWhenTheClockIsSetForward() {
        Instant before = at(LocalDateTime.of(2026, 3, 20, 10, 0));
        assertThat(lebanon.due(before, clock(30, ClockUnit.CALENDAR_DAYS)))
                .isEqualTo(at(LocalDateTime.of(2026, 4, 19, 10, 0)));
    }

    @Test
    void aClockOfWorkingDaysIsNeverDueOnADayOffNorBeforeItStarted() {
        Random random = new Random(164);
        for (int round = 0; round < 500; round++) {
            Instant start = at(LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(1_400_000)));
            Instant due = lebanon.due(start, working(1 + random.nextInt(20)));
            assertThat(due).isAfter(start);
            assertThat(lebanon.isWorkingDay(due.atZone(BEIRUT).toLocalDate()))
                    .as("from %s", start)
                    .isTrue();
        }
    }

    @Test
    void aCalendarWithoutAnyWorkingDaySaysSoInsteadOfCountingForEver() {
        List<Holiday> always = IntStream.range(0, 400)
                .mapToObj(LocalDate.of(2026, 1, 1)::plusDays)
                .map(day -> new Holiday(day, LocalizedText.same("closed"), INVENTED))
                .toList();
        WorkingCalendar closed = calendar(MONDAY_TO_FRIDAY, always);
        assertThatThrownBy(() -> closed.workingDayAfter(LocalDate.of(2026, 1, 1), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saturdayIsNoWorkingDayInLebanon() {
        assertThat(lebanon.workingDays()).doesNotContain(SATURDAY, SUNDAY);
    }

    private static WorkingCalendar calendar(Set<DayOfWeek> days, List<Holiday> holidays) {
        var hours = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(15, 30));
        return new WorkingCalendar(BEIRUT, days, hours, List.of(), holidays, INVENTED);
    }

    private static Clock working(int days) {
        return clock(days, ClockUnit.WORKING_DAYS);
    }

    private static Clock clock(int amount, ClockUnit unit) {
        return new Clock("test", amount, unit, LocalizedText.same("test"), INVENTED);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BEIRUT).toInstant();
    }
}
