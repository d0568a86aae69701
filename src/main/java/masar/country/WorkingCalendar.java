package masar.country;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When offices work in this country, and therefore when something is due.
 *
 * @param workingDays days of the week on which offices work; at least one
 * @param opens local time; before {@code closes}
 * @param closes local time at which a working day ends
 */
public record WorkingCalendar(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        LocalTime opens,
        LocalTime closes,
        List<Holiday> holidays,
        Provenance provenance) {

    /** Longer than any run of closed days; a guard against a pack in which no day is a working day. */
    private static final int LONGEST_CLOSURE_IN_DAYS = 366;

    public WorkingCalendar {
        workingDays = Set.copyOf(workingDays);
        holidays = List.copyOf(holidays);
        if (workingDays.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("offices must work on some day for some time");
        }
    }

    /**
     * When something begun at {@code start} is due. Hours are elapsed hours. Calendar days end at the same local time.
     * Working days begin to count on the day after the start and end when offices close, so that such a clock is never
     * due on a day off.
     */
    public Instant due(Instant start, Clock clock) {
        return switch (clock.unit()) {
            case HOURS -> start.plus(clock.amount(), ChronoUnit.HOURS);
            case CALENDAR_DAYS -> start.atZone(zone).plusDays(clock.amount()).toInstant();
            case WORKING_DAYS ->
                workingDayAfter(start.atZone(zone).toLocalDate(), clock.amount())
                        .atTime(closes)
                        .atZone(zone)
                        .toInstant();
        };
    }

    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek())
                && holidays.stream().noneMatch(holiday -> holiday.date().equals(day));
    }

    /** The working day that comes {@code count} (at least 1) working days after this day, itself not counted. */
    public LocalDate workingDayAfter(LocalDate day, int count) {
        LocalDate reached = day;
        for (int counted = 0; counted < count; counted++) {
            reached = nextWorkingDay(reached);
        }
        return reached;
    }

    /** Years whose holidays the pack knows. Beyond them only the working week counts, and due times are too early. */
    public Set<Year> knownYears() {
        return holidays.stream()
                .map(holiday -> Year.from(holiday.date()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate latest = day.plusDays(LONGEST_CLOSURE_IN_DAYS);
        for (LocalDate next = day.plusDays(1); !next.isAfter(latest); next = next.plusDays(1)) {
            if (isWorkingDay(next)) {
                return next;
            }
        }
        throw new IllegalStateException("no working day within a year after " + day);
    }
}
