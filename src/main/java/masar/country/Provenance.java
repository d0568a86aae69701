package masar.country;

/**
 * Where a fact of the pack comes from, and whether a source has been read that says so. What is not verified is shown
 * with a visible flag.
 */
public record Provenance(boolean verified, String source) {

    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a fact needs a source, if only 'general knowledge'");
        }
    }
}
