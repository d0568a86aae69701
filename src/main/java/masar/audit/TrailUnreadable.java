package masar.audit;

/** The file is no export of an audit trail, or not whole; or a kept head is none. Says so in English. */
public class TrailUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailUnreadable(String words) {
        super(words);
    }

    public TrailUnreadable(String words, Throwable origin) {
        super(words, origin);
    }
}
