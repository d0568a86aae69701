package masar.worklist.internal;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import masar.country.Clock;
import masar.country.Countries;
import masar.country.Holiday;
import masar.country.Season;
import masar.country.WorkingCalendar;
import masar.shell.Door;
import masar.shell.Pages;
import masar.worklist.internal.EscalationRules.Chain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** By what deadlines are counted: the working week, hours, days off, and who is told when a step waits. */
@Controller
@Door
public class CalendarPages {

    private final Countries countries;
    private final EscalationRules rules;
    private final Pages pages;
    private final InstantSource clock;

    CalendarPages(Countries countries, EscalationRules rules, Pages pages, InstantSource clock) {
        this.countries = countries;
        this.rules = rules;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The calendar of the country.
     *
     * @param days working days, from Monday on
     * @param seasons those that are not over
     * @param holidays those to come
     */
    public record CalendarPage(
            WorkingCalendar calendar,
            List<DayOfWeek> days,
            List<Season> seasons,
            List<Holiday> holidays,
            List<ChainLine> chains) {}

    /**
     * Who is told of steps that were given so long.
     *
     * @param withinHours at most so many hours; null for all others
     */
    public record ChainLine(@Nullable Long withinHours, int reminderPercent, List<LevelLine> levels) {}

    /** Who is told, and how long after the one before; null for the first. */
    public record LevelLine(String level, @Nullable Clock after) {}

    @GetMapping("/worklist/calendar")
    ModelAndView show() {
        var calendar = countries.current().calendar();
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        return pages.show(
                "worklist/calendar",
                new CalendarPage(
                        calendar,
                        Arrays.stream(DayOfWeek.values())
                                .filter(calendar.workingDays()::contains)
                                .toList(),
                        calendar.seasons().stream()
                                .filter(season -> !season.last().isBefore(today))
                                .toList(),
                        calendar.holidays().stream()
                                .filter(holiday -> !holiday.date().isBefore(today))
                                .toList(),
                        rules.chains().stream().map(CalendarPages::line).toList()));
    }

    private static ChainLine line(Chain chain) {
        var within = chain.within();
        return new ChainLine(
                within == null ? null : within.toHours(),
                chain.reminderPercent(),
                chain.rungs().stream()
                        .map(rung -> new LevelLine(rung.to().code(), rung.after()))
                        .toList());
    }
}
