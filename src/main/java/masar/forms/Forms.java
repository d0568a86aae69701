package masar.forms;

import java.util.List;

/** The forms of the country pack and those shipped with Masar, read and checked at start-up. */
public interface Forms {

    /** Throws {@link IllegalArgumentException} when there is none with this id. */
    FormDefinition form(String id);

    /** What fills the form; may be used by many threads. Throws {@link IllegalArgumentException} as {@link #form}. */
    FormSession session(String id);

    /** Every form, those of the pack first, by id. */
    List<FormDefinition> all();
}
