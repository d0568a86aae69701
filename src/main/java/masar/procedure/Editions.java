package masar.procedure;

import java.time.LocalDate;
import java.util.List;

/** The editions of the procedures this country's pack holds. */
public interface Editions {

    /** Throws {@link IllegalArgumentException} when there is none with this id. */
    Edition edition(String id);

    /** The edition under which a case begins on this day: the latest that is valid then, else the earliest there is. */
    Edition current(LocalDate day);

    /** All editions, the earliest first. */
    List<Edition> all();
}
