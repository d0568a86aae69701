package masar.audit;

/**
 * The first thing that is wrong with a trail.
 *
 * @param position index of the first wrong entry in the tree, from 0; the size of the trail where entries are missing at
 *     its end
 * @param entry number of that entry, or -1 where it is missing or not known
 * @param words what was found, in English, for the command line
 */
public record Finding(Kind kind, long position, long entry, String words) {

    /** The seven kinds of tampering. */
    public enum Kind {
        ALTERED,
        DELETED,
        INSERTED,
        REORDERED,
        TRUNCATED,
        FORKED,
        BACK_DATED
    }
}
