package masar.exchange.internal;

import java.util.regex.Pattern;

/**
 * Keeps text from being taken for a formula by spreadsheet programs, also after the file was saved as CSV: an
 * apostrophe is put before what begins like one, and taken away again on reading. Text that already begins with
 * apostrophes before such a sign gets one more, so that reading gives back exactly what was written.
 */
final class FormulaGuard {

    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String guard(String text) {
        return RISKY.matcher(text).matches() ? "'" + text : text;
    }

    static String unguard(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }

    /** Whether the text, as found in a file, begins like a formula without guard. */
    static boolean isBare(String text) {
        return BARE.matcher(text).matches();
    }
}
