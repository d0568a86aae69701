package masar.forms.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.parser.XPathSyntaxException;

/** What must be known about XPath expressions without evaluating them; evaluating is JavaRosa's part. */
public final class Expressions {

    /** A reference to another question, as XLSForm writes it. */
    static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^}]*?)\\s*}");

    private static final Pattern CALL = Pattern.compile("[A-Za-z][A-Za-z0-9-]*\\s*\\(.*\\)");
    private static final Pattern LITERAL_OR_CLOCK =
            Pattern.compile("'[^']*'|\"[^\"]*\"|(?<![\\w-])(today|now)\\s*\\(\\s*\\)");

    private Expressions() {}

    /** The names an expression or a text refers to. */
    static Set<String> references(String expression) {
        var names = new LinkedHashSet<String>();
        REFERENCE.matcher(expression).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The expression with each reference replaced by a path, set apart by blanks as pyxform does. */
    static String resolve(String expression, UnaryOperator<String> pathOf) {
        return REFERENCE
                .matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(" " + pathOf.apply(found.group(1)) + " "));
    }

    /** Whether the expression is XPath that JavaRosa can parse, once references are paths. */
    static boolean isParsable(String expression) {
        try {
            XPathParseTool.parseXPath(resolve(expression, name -> "/data/x"));
            return true;
        } catch (XPathSyntaxException | RuntimeException | StackOverflowError notXPath) {
            return false;
        }
    }

    /** Whether a default is an expression to be calculated rather than a plain value. */
    public static boolean isDynamic(String defaultValue) {
        return REFERENCE.matcher(defaultValue).find()
                || (CALL.matcher(defaultValue).matches() && isParsable(defaultValue));
    }

    /** Yes and no as people write them in spreadsheets, turned into XPath; anything else is XPath already. */
    static String condition(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "true()", "1" -> "true()";
            case "no", "false", "false()", "0" -> "false()";
            default -> cell;
        };
    }

    /** Straight quotes for the curly ones that word processors put into expressions. */
    static String straight(String cell) {
        return cell.replace('‘', '\'').replace('’', '\'').replace('“', '"').replace('”', '"');
    }

    /** The expression asking our clock instead of the machine's: JavaRosa's own functions cannot be replaced. */
    static String onOurClock(String expression) {
        return LITERAL_OR_CLOCK
                .matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : "masar-" + found.group(1) + "()"));
    }
}
