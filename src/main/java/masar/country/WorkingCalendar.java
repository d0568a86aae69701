package masar.country;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When offices work in this country, and therefore when something is due. Whatever begins later, or may take longer, is
 * never due earlier, also where clocks are set forward or back.
 *
 * @param workingDays days of the week on which offices work; at least one
 * @param hours of every working day outside of {@code seasons}
 * @param seasons days with other hours, none twice
 */
public record WorkingCalendar(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        WorkingHours hours,
        List<Season> seasons,
        List<Holiday> holidays,
        Provenance provenance) {

    /** Longer than any run of closed days; a guard against a pack in which no day is a working day. */
    private static final int LONGEST_CLOSURE_IN_DAYS = 366;

    public WorkingCalendar {
        workingDays = Set.copyOf(workingDays);
        seasons = List.copyOf(seasons);
        holidays = List.copyOf(holidays);
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("offices must work on some day");
        }
    }

    /**
     * When something begun at {@code start} is due. Hours are elapsed hours. Calendar days end at the same local time.
     * Working hours run while offices are open. Working days begin to count on the day after the start and end when
     * offices close, so that such a clock is never due on a day off.
     */
    public Instant due(Instant start, Clock clock) {
        return switch (clock.unit()) {
            case HOURS -> start.plus(Duration.ofHours(clock.amount()));
            case CALENDAR_DAYS -> instant(local(start).plusDays(clock.amount()));
            case WORKING_HOURS -> afterOpenHours(start, Duration.ofHours(clock.amount()));
            case WORKING_DAYS -> closing(workingDayAfter(day(start), clock.amount()));
        };
    }

    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek())
                && holidays.stream().noneMatch(holiday -> holiday.date().equals(day));
    }

    /** Whether offices are open at this moment. */
    public boolean isOpen(Instant moment) {
        LocalDateTime there = moment.atZone(zone).toLocalDateTime();
        var open = hoursOn(there.toLocalDate());
        return isWorkingDay(there.toLocalDate())
                && !there.toLocalTime().isBefore(open.opens())
                && there.toLocalTime().isBefore(open.closes());
    }

    /** The hours that offices keep on this day if they work on it. */
    public WorkingHours hoursOn(LocalDate day) {
        return season(day).map(Season::hours).orElse(hours);
    }

    /** The season that this day belongs to. */
    public Optional<Season> season(LocalDate day) {
        return seasons.stream().filter(season -> season.holds(day)).findFirst();
    }

    /** The working day that comes {@code count} (at least 1) working days after this day, itself not counted. */
    public LocalDate workingDayAfter(LocalDate day, int count) {
        LocalDate reached = day;
        for (int counted = 0; counted < count; counted++) {
            reached = workingDayFrom(reached.plusDays(1));
        }
        return reached;
    }

    /** Years whose holidays the pack knows. Beyond them only the working week counts, and due times are too early. */
    public Set<Year> knownYears() {
        return holidays.stream()
                .map(holiday -> Year.from(holiday.date()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Instant afterOpenHours(Instant start, Duration amount) {
        Duration left = amount;
        LocalDate day = workingDayFrom(day(start));
        while (true) {
            Instant opened = later(instant(day.atTime(hoursOn(day).opens())), start);
            Duration open = Duration.between(opened, later(closing(day), opened));
            if (left.compareTo(open) <= 0) {
                return opened.plus(left);
            }
            left = left.minus(open);
            day = workingDayFrom(day.plusDays(1));
        }
    }

    private Instant closing(LocalDate day) {
        return instant(day.atTime(hoursOn(day).closes()));
    }

    /** This day, or the next working day after it. */
    private LocalDate workingDayFrom(LocalDate day) {
        LocalDate latest = day.plusDays(LONGEST_CLOSURE_IN_DAYS);
        for (LocalDate next = day; !next.isAfter(latest); next = next.plusDays(1)) {
            if (isWorkingDay(next)) {
                return next;
            }
        }
        throw new IllegalStateException("no working day within a year after " + day);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The local time; in an hour that is lived twice, the second time stands still at its end. */
    private LocalDateTime local(Instant moment) {
        LocalDateTime local = moment.atZone(zone).toLocalDateTime();
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        boolean secondTime = change != null && change.isOverlap() && !moment.isBefore(change.getInstant());
        return secondTime ? change.getDateTimeBefore() : local;
    }

    /** The moment of this local time; of an hour that is lived twice the first, of one that is left out its end. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
