package masar.shell;

import java.util.Optional;

/** A line over every page, such as "demonstration, invented people"; declared as a bean. */
public interface Banner {

    /** The message key to show now, or empty. */
    Optional<String> key();
}
