package masar.documents.internal;

/** How much is taken. A photo of a phone has 2 to 6 MB, a scanned paper of ten pages 1 to 5 MB. */
final class Limits {

    /** One file, in bytes: fits one seal and one row, and a slow line in five minutes. */
    static final int FILE = 10_000_000;

    /** One case, withdrawn documents included. */
    static final int DOCUMENTS = 200;

    /** All documents of one case together, in bytes. */
    static final long CASE = 300_000_000L;

    /** A whole posted form: the file and the words beside it, in bytes. */
    static final int FORM = FILE + 500_000;

    /** Width times height of a picture. Phones take 12 to 24 million by default; unpacked, 40 million fit in memory. */
    static final long PIXELS = 40_000_000L;

    /** Unpacked size of what a file holds packed, in bytes. */
    static final long UNPACKED = 100_000_000L;

    /** Files within an office document. */
    static final int ENTRIES = 2_000;

    private Limits() {}
}
