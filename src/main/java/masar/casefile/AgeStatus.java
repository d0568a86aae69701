package masar.casefile;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Under eighteen or not, as far as anybody knows. Unknown is treated as a child by the tables of the edition. */
public enum AgeStatus {
    CHILD,
    ADULT,
    UNKNOWN;

    private static final int MAJORITY = 18;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AgeStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * What the date of birth says on this day; what the person says where the date leaves it open (Convention on the
     * Rights of the Child, art. 1).
     */
    public static AgeStatus on(LocalDate day, @Nullable PartialDate birth, AgeStatus said) {
        if (birth == null || birth.estimated()) {
            return said;
        }
        if (birth.leastAge(day) >= MAJORITY) {
            return ADULT;
        }
        return birth.greatestAge(day) < MAJORITY ? CHILD : said;
    }
}
