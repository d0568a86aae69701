package masar.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date of which parts may be unknown: a year, a year and a month, or all three.
 *
 * @param month 1 to 12, or null
 * @param day a day of that month, or null; never without a month
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day, boolean estimated) {

    public PartialDate {
        if (year < 1900 || year > 2200 || (day != null && month == null)) {
            throw new DateTimeException("not a date");
        }
        if (month != null) {
            if (day != null && !YearMonth.of(year, month).isValidDay(day)) {
                throw new DateTimeException("not a date");
            }
            if (month < 1 || month > 12) {
                throw new DateTimeException("not a date");
            }
        }
    }

    /** The whole date, when all of it is known. */
    public Optional<LocalDate> whole() {
        return month == null || day == null ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    /** The least age on this day that fits what is known, in years. */
    public int leastAge(LocalDate today) {
        return Math.max(0, Period.between(latest(), today).getYears());
    }

    /** The greatest age on this day that fits what is known, in years. */
    public int greatestAge(LocalDate today) {
        return Math.max(0, Period.between(earliest(), today).getYears());
    }

    private LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    private LocalDate latest() {
        YearMonth lastMonth = YearMonth.of(year, month == null ? 12 : month);
        return day == null ? lastMonth.atEndOfMonth() : lastMonth.atDay(day);
    }

    /** Hides the date: it must not reach a log. */
    @Override
    public String toString() {
        return "PartialDate[hidden]";
    }
}
