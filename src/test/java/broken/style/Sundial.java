package broken.style;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Takes the time in every way there is, instead of asking for it. */
public class Sundial {

    Instant moment() {
        return Instant.now();
    }

    Supplier<Instant> referredTo() {
        return Instant::now;
    }

    LocalDate dayInAZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    @SuppressWarnings("JavaUtilDate")
    List<Object> ofOldDays() {
        return List.of(new Date(), System.currentTimeMillis());
    }

    Clock ownClock() {
        return Clock.systemUTC();
    }

    LocalDate asked(Clock clock) {
        return LocalDate.now(clock);
    }
}
