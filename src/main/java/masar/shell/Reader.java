package masar.shell;

import java.util.UUID;
import masar.shared.LocalizedText;

/** The signed-in person as the frame shows them; set by {@code access} on each request. */
public record Reader(UUID account, String name, LocalizedText organisation) {

    /** Request attribute under which it travels. */
    public static final String ATTRIBUTE = "masar.reader";
}
