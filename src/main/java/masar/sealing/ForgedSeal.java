package masar.sealing;

/** A sealed value was altered, moved from elsewhere, or sealed with another key. Its message tells no content. */
public class ForgedSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ForgedSeal(Place place, Throwable origin) {
        super("the seal of " + place.column() + " in row " + place.row() + " is not genuine", origin);
    }

    public ForgedSeal(String key, Throwable origin) {
        super("the wrapped key " + key + " does not open", origin);
    }
}
