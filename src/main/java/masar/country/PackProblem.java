package masar.country;

import masar.launch.Explained;

/** Something in a country pack is wrong. Says which file, which line and why; the start stops. */
public class PackProblem extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    /** A problem at a line of a file, counted from 1; 0 when it concerns the file as a whole. */
    public PackProblem(String file, int line, String reason) {
        super(place(file, line) + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ", line " + line : file;
    }

    /** Path inside the countries folder, for example {@code lb/clocks.yaml}. */
    public String file() {
        return file;
    }

    /** Counted from 1; 0 when the problem concerns the file as a whole. */
    public int line() {
        return line;
    }

    /** What is wrong, in plain English, for whoever edits the pack. */
    public String reason() {
        return reason;
    }
}
