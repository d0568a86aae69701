package masar.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import masar.forms.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Finds codes in a cell. Codes and labels may be mixed and parted by semicolon, comma, blank or line end; since labels
 * hold such signs themselves, the longest code or label that fits is taken each time.
 */
final class CodeMatcher {

    /** What was found: the codes in order, each once; whether all was understood; whether labels were used. */
    record Match(List<String> codes, boolean complete, boolean byLabel) {}

    private final List<Choice> choices;

    CodeMatcher(List<Choice> choices) {
        this.choices = choices;
    }

    Match match(String cell) {
        Set<String> codes = new LinkedHashSet<>();
        boolean byLabel = false;
        int at = afterSeparators(cell, 0);
        while (at < cell.length()) {
            Hit hit = longest(cell, at);
            if (hit == null) {
                return new Match(new ArrayList<>(codes), false, byLabel);
            }
            codes.add(hit.code());
            byLabel |= !cell.startsWith(hit.code(), at)
                    || hit.length() != hit.code().length();
            at = afterSeparators(cell, at + hit.length());
        }
        return new Match(new ArrayList<>(codes), true, byLabel);
    }

    private record Hit(String code, int length) {}

    private @Nullable Hit longest(String cell, int at) {
        Hit best = null;
        for (Choice choice : choices) {
            for (String spelling : List.of(choice.code(), choice.label().in("en"))) {
                boolean fits = cell.regionMatches(true, at, spelling, 0, spelling.length())
                        && isEnd(cell, at + spelling.length());
                if (fits && (best == null || spelling.length() > best.length())) {
                    best = new Hit(choice.code(), spelling.length());
                }
            }
        }
        return best;
    }

    private static boolean isEnd(String cell, int at) {
        return at >= cell.length() || isSeparator(cell.charAt(at));
    }

    private static int afterSeparators(String cell, int from) {
        int at = from;
        while (at < cell.length() && isSeparator(cell.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == ',' || c == '؛' || c == '،' || Character.isWhitespace(c) || c == '\u00A0';
    }
}
