package masar.country;

/**
 * What a module makes of its own files in the pack. Each module offers one as a bean; all are called once at start-up,
 * after the country itself has been read, so that a broken file stops the start wherever it belongs. {@code masar country
 * check} makes each without database or pages: a constructor may ask for the country, a clock and other parts only.
 */
public interface PackPart {

    /**
     * Reads, checks and keeps this part. Throws {@link PackProblem} for a file that is missing or wrong; must keep
     * nothing then.
     */
    void load(PackFolder folder);

    /**
     * Checks what concerns several parts together; called when all of them have been loaded. Throws
     * {@link PackProblem} as well.
     */
    default void check(PackFolder folder) {}
}
