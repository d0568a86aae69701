package masar.forms;

import java.util.Map;

/**
 * One possible answer.
 *
 * @param code what is stored. Never holds blanks: answers to "select all" are codes separated by blanks
 * @param published the code as spelled in the file. HTCDS 2.0 publishes {@code "DebtBondage "} with a trailing blank,
 *     which its own XForm drops; so do we, and keep the spelling here
 * @param columns further columns of the choices sheet by their published head, for {@code choice_filter}
 */
public record Choice(String code, String published, FormText label, Map<String, String> columns) {
    public Choice {
        columns = Map.copyOf(columns);
    }
}
