package masar.country.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import masar.country.Holiday;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.Season;
import masar.country.WorkingCalendar;
import masar.country.WorkingHours;

/** Makes the calendar of {@code country.yaml} and {@code holidays.csv}, and refuses what is wrong in it. */
final class CalendarReading {

    private CalendarReading() {}

    static WorkingCalendar read(PackEntry country, PackFile holidays) {
        PackEntry week = country.get("working-week").only("days", "opens", "closes", "verified", "source");
        Set<DayOfWeek> days = week.get("days").list().stream()
                .map(day -> day.as("a day such as monday", text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))))
                .collect(Collectors.toSet());
        if (days.isEmpty()) {
            throw week.problem("at least one working day is needed");
        }
        return new WorkingCalendar(
                country.get("time-zone").as("a time zone such as Asia/Beirut", ZoneId::of),
                days,
                hours(week),
                seasons(country),
                holidays(holidays),
                week.provenance());
    }

    private static WorkingHours hours(PackEntry entry) {
        var opens = entry.get("opens").time();
        if (!opens.isBefore(entry.get("closes").time())) {
            throw entry.get("closes").problem("offices must close after they open");
        }
        return new WorkingHours(opens, entry.get("closes").time());
    }

    private static List<Season> seasons(PackEntry country) {
        var found = new ArrayList<Season>();
        if (country.find("seasons").isEmpty()) {
            return found;
        }
        for (PackEntry season : country.get("seasons").list()) {
            season.only("name", "opens", "closes", "days", "verified", "source").provenance();
            for (PackEntry days : season.get("days").list()) {
                found.add(season(season, days.only("first", "last", "verified", "source"), found));
            }
        }
        return found;
    }

    private static Season season(PackEntry season, PackEntry days, List<Season> before) {
        LocalDate first = days.get("first").date();
        LocalDate last = days.get("last").date();
        if (last.isBefore(first)) {
            throw days.get("last").problem("a season must not end before it begins");
        }
        var read = new Season(season.get("name").localized(), first, last, hours(season), days.provenance());
        for (Season other : before) {
            if (!other.last().isBefore(first) && !other.first().isAfter(last)) {
                throw days.problem("these days lie in two seasons");
            }
        }
        return read;
    }

    private static List<Holiday> holidays(PackFile file) {
        return file.table("date", "name_ar", "name_fr", "name_en", "verified", "source").stream()
                .map(row -> new Holiday(row.date("date"), row.localized("name"), row.provenance()))
                .toList();
    }
}
