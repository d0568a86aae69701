package masar.documents;

/** Looks for malware in a file before it is kept; ClamAV when one is configured. */
public interface Scanner {

    /** Whether a scanner is configured; without one the page says that files are not scanned. */
    boolean isConfigured();

    /**
     * Refuses a file in which malware was found, and any file while a configured scanner does not answer. Does nothing
     * when none is configured. Takes seconds: never call it inside a transaction.
     */
    void refuseMalware(byte[] content);
}
