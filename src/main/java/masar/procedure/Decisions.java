package masar.procedure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the decision tables of an edition. They propose; a person decides. */
public interface Decisions {

    /**
     * What a table says about these inputs.
     *
     * @param table the file's name without ending, for example {@code urgency}
     * @param inputs one value for every input of the table, by its name; null where it is not known
     * @throws IllegalArgumentException when the edition or table does not exist, or an input is missing or unknown
     * @throws IllegalStateException when no rule of the table matches
     */
    TableAnswer decide(String edition, String table, Map<String, ? extends @Nullable Object> inputs);

    /** The tables of an edition with their rules in words, by key; empty for an edition without any. */
    List<TableCard> tables(String edition);
}
