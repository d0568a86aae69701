package masar.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;
import masar.shared.Language;
import masar.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Moments as people read them, both absolute and relative, in the country's zone, month names and digits. */
@Component("momentsOfPages")
public class Moments {

    private final InstantSource clock;
    private final LocaleSource locales;

    Moments(InstantSource clock, LocaleSource locales) {
        this.clock = clock;
        this.locales = locales;
    }

    /** A day in the words of this language, for what is written in another language than the page. */
    public String date(Language language, LocalDate date) {
        return formatter("d MMMM yyyy", language).format(date);
    }

    String moment(Language language, Instant instant) {
        var there = instant.atZone(locales.zone());
        String pattern = language == Language.AR ? "EEEE d MMMM، HH:mm" : "EEE d MMM, HH:mm";
        if (there.getYear() != clock.instant().atZone(locales.zone()).getYear()) {
            pattern = language == Language.AR ? "d MMMM yyyy، HH:mm" : "d MMM yyyy, HH:mm";
        }
        return formatter(pattern, language).format(there);
    }

    String distance(Language language, Texts texts, Instant due) {
        var left = Duration.between(clock.instant(), due);
        String side = left.isNegative() ? "late" : "left";
        var size = left.abs();
        if (size.toHours() >= 48) {
            return texts.say(language, "shell.moment.days." + side, size.toDays());
        }
        if (size.toMinutes() >= 60) {
            return texts.say(language, "shell.moment.hours." + side, size.toHours());
        }
        return texts.say(language, "shell.moment.minutes." + side, size.toMinutes());
    }

    boolean isPast(Instant due) {
        return due.isBefore(clock.instant());
    }

    /** The time of day of this moment, in each language. */
    public LocalizedText timeOfDay(Instant instant) {
        var there = instant.atZone(locales.zone());
        return new LocalizedText(
                formatter("HH:mm", Language.AR).format(there),
                formatter("HH:mm", Language.FR).format(there),
                formatter("HH:mm", Language.EN).format(there));
    }

    /** Today in the country. */
    public LocalDate today() {
        return clock.instant().atZone(locales.zone()).toLocalDate();
    }

    private DateTimeFormatter formatter(String pattern, Language language) {
        Locale locale = locales.locale(language);
        return DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(DecimalStyle.of(locale));
    }
}
