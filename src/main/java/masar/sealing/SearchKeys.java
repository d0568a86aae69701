package masar.sealing;

/** Turns words into tokens by which sealed names can be found and from which no name can be read. */
public interface SearchKeys {

    /**
     * A keyed hash (HMAC-SHA-256, first ten bytes): equal words give equal tokens, on this installation only.
     *
     * @param purpose keeps words of different kinds apart, such as {@code name} and {@code skeleton}
     */
    byte[] token(String purpose, String word);
}
