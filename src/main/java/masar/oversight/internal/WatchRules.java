package masar.oversight.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import masar.country.PackEntry;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From when on reading is unusual: {@code watch.yaml} of the country pack. */
@Component
class WatchRules implements PackPart {

    private @Nullable Limits limits;

    /**
     * The numbers of the pack.
     *
     * @param manyCases different cases within {@code window}
     * @param casesOutsideHours different cases on one day outside of working hours widened by {@code margin}
     */
    record Limits(int manyCases, Duration window, int casesOutsideHours, Duration margin) {

        boolean isOutsideHours(WorkingCalendar calendar, Instant at) {
            var there = at.atZone(calendar.zone());
            LocalTime time = there.toLocalTime();
            var hours = calendar.hoursOn(there.toLocalDate());
            boolean early = time.isBefore(hours.opens().minus(margin));
            boolean late = time.isAfter(hours.closes().plus(margin));
            return early || late || !calendar.isWorkingDay(there.toLocalDate());
        }
    }

    @Override
    public void load(PackFolder folder) {
        PackEntry watch = folder.file("watch.yaml").yaml().only("many-cases", "outside-hours", "verified", "source");
        watch.provenance();
        PackEntry many = watch.get("many-cases").only("cases", "minutes");
        PackEntry outside = watch.get("outside-hours").only("cases", "margin-minutes");
        limits = new Limits(
                many.get("cases").number(2),
                Duration.ofMinutes(many.get("minutes").number(1)),
                outside.get("cases").number(1),
                Duration.ofMinutes(outside.get("margin-minutes").number(0)));
    }

    Limits limits() {
        if (limits == null) {
            throw new IllegalStateException("the country pack is not loaded yet");
        }
        return limits;
    }
}
