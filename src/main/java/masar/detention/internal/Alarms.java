package masar.detention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import masar.casefile.CaseDuties;
import masar.casefile.CaseDuties.Duty;
import masar.country.Clock;
import masar.country.Countries;
import masar.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Alarms about a detention that lasts, as duties of the organisation that owns the case: by the days since it began, and
 * before a removal. How many there are and when, the clocks of the country say.
 */
@Component
class Alarms {

    static final String HELD = "detained-alarm";

    private static final String HELD_CLOCKS = "detained-alarm-";
    private static final String HELD_AGAIN = "detained-again";
    private static final String REMOVAL_CLOCKS = "removal-alarm-";
    private static final String PAGE = "detention";

    /** Longer than any clock before a removal; a guard against one that never fits. */
    private static final int LONGEST_IN_DAYS = 730;

    private final CaseDuties duties;
    private final Countries countries;
    private final InstantSource clock;

    Alarms(CaseDuties duties, Countries countries, InstantSource clock) {
        this.duties = duties;
        this.countries = countries;
        this.clock = clock;
    }

    static boolean isAlarm(String step) {
        return step.equals(HELD) || step.startsWith(REMOVAL_CLOCKS);
    }

    void set(Stay stay) {
        setHeld(stay);
        setRemoval(stay);
    }

    /** The next alarm by days: the first that nobody has answered; when all have rung, the one that comes again. */
    void setHeld(Stay stay) {
        var item = Optional.of(stay.id());
        duties.close(stay.caseId(), HELD, item);
        Instant begun = midnight(stay.circumstances().heldSince());
        Instant answered = stay.reviewedAt();
        Instant due = clocks(HELD_CLOCKS).stream()
                .map(each -> due(begun, each))
                .sorted()
                .filter(each -> answered == null || each.isAfter(answered))
                .findFirst()
                .orElseGet(() -> due(
                        answered == null ? begun : answered, countries.current().clock(HELD_AGAIN)));
        Instant since = answered == null ? begun : answered;
        duties.open(stay.caseId(), new Duty(HELD, item, "detention.task.held", PAGE, Role.CASE_MANAGER, since, due));
    }

    /** Alarms before the removal; one whose time has passed unanswered is due now. */
    void setRemoval(Stay stay) {
        liftRemoval(stay);
        LocalDate removal = stay.circumstances().removalOn();
        if (removal == null) {
            return;
        }
        Instant now = clock.instant();
        for (Clock each : clocks(REMOVAL_CLOCKS)) {
            Instant warning = before(midnight(removal), removal, each);
            if (!isAnswered(stay, warning)) {
                duties.open(
                        stay.caseId(),
                        new Duty(
                                each.key(),
                                Optional.of(stay.id()),
                                "detention.task.removal",
                                PAGE,
                                Role.CASE_MANAGER,
                                now,
                                warning.isBefore(now) ? now : warning));
            }
        }
    }

    /** What was said before the day of removal was last moved answers nothing. */
    private static boolean isAnswered(Stay stay, Instant warning) {
        @Nullable Instant reviewed = stay.reviewedAt();
        return reviewed != null && reviewed.isAfter(stay.removalSetAt()) && !warning.isAfter(reviewed);
    }

    void lift(Stay stay) {
        duties.close(stay.caseId(), HELD, Optional.of(stay.id()));
        liftRemoval(stay);
    }

    private void liftRemoval(Stay stay) {
        clocks(REMOVAL_CLOCKS).forEach(each -> duties.close(stay.caseId(), each.key(), Optional.of(stay.id())));
    }

    /** The latest day at whose beginning the clock must start in order to be over by then. */
    private Instant before(Instant end, LocalDate day, Clock clock) {
        for (int days = 1; days < LONGEST_IN_DAYS; days++) {
            Instant begin = midnight(day.minusDays(days));
            if (!due(begin, clock).isAfter(end)) {
                return begin;
            }
        }
        throw new IllegalStateException("clock " + clock.key() + " never fits before a removal");
    }

    private List<Clock> clocks(String prefix) {
        return countries.current().clocks().values().stream()
                .filter(each -> each.key().startsWith(prefix))
                .sorted(Comparator.comparing(Clock::key))
                .toList();
    }

    private Instant due(Instant start, Clock each) {
        return countries.current().calendar().due(start, each);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(countries.current().calendar().zone()).toInstant();
    }
}
