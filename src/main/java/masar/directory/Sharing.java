package masar.directory;

/**
 * What the agreements say about sharing by itself.
 *
 * @param why {@code covered}; otherwise what is missing: {@code none}, {@code unverified}, {@code not-begun},
 *     {@code expired}, {@code suspended}, {@code ended} or {@code scope}; the end of a message key
 */
public record Sharing(boolean allowed, String why) {

    static final String COVERED = "covered";

    public static Sharing covered() {
        return new Sharing(true, COVERED);
    }

    public static Sharing missing(String why) {
        return new Sharing(false, why);
    }
}
