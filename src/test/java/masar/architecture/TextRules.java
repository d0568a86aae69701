package masar.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of texts, templates and styles, for any of them; each fault is one line. */
final class TextRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern NAMED = Pattern.compile("[\"=]([a-z]+(?:[.-][a-z0-9]+)*\\.?)\"");
    private static final Pattern SIDES =
            Pattern.compile("\\b(left|right|ml-|mr-|pl-|pr-|text-left|text-right|float-)\\b");
    private static final Pattern WORDS = Pattern.compile(">[^<>@${}]*\\p{L}{3,}[^<>@${}]*<");
    private static final Pattern WORDS_IN_ATTRIBUTES =
            Pattern.compile("\\b(title|alt|placeholder|aria-label)=\"[^\"$]*\\p{L}{3,}[^\"$]*\"");
    private static final Pattern UNSAFE = Pattern.compile("\\$unsafe|\\bstyle=|\\son[a-z]+=|<script>|<style\\b");
    private static final Pattern FIXED_DIRECTION = Pattern.compile("dir=\"rtl\"|<html(?![^>]*\\sdir=\"\\$\\{)[^>]*");

    /** Keys that are put together from an enum's constants. */
    private static final List<String> MADE_FROM_KINDS =
            List.of("forms.problem.", "forms.answer.", "exchange.htcds.", "shell.moment.");

    private TextRules() {}

    /** The texts of one language from all its bundles; a key that is said twice is added to {@code twice}. */
    static Map<String, String> texts(List<String> bundles, List<String> twice) throws IOException {
        var once = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                Object before = super.put(key, text);
                if (before != null) {
                    twice.add("said twice: " + key);
                }
                return before;
            }
        };
        for (String bundle : bundles) {
            once.load(new StringReader(bundle));
        }
        var texts = new TreeMap<String, String>();
        once.stringPropertyNames().forEach(key -> texts.put(key, once.getProperty(key)));
        return texts;
    }

    /** Where one language does not say what the other says: keys, placeholders, emptiness. */
    static List<String> differences(Map<String, String> one, Map<String, String> other) {
        var wrong = new ArrayList<String>();
        var keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            String here = one.get(key);
            String there = other.get(key);
            if (here == null || there == null) {
                wrong.add("only one language says " + key);
            } else if (!placeholders(here).equals(placeholders(there))) {
                wrong.add("other placeholders in " + key);
            } else if (here.isBlank() || there.isBlank()) {
                wrong.add("nothing is said by " + key);
            }
        }
        return wrong;
    }

    /** Texts that hold Arabic letters, or that hold none. */
    static List<String> inArabic(Map<String, String> texts, boolean arabic) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().codePoints().anyMatch(TextRules::isArabic) == arabic)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What may be a key, or its beginning, in a source file. */
    static Set<String> named(String source) {
        return NAMED.matcher(source).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    /** Texts nobody uses: neither the key, nor a beginning of it that ends in a dot, is named. */
    static List<String> orphans(Set<String> texts, Set<String> named) {
        return texts.stream().filter(key -> !isNamed(key, named)).toList();
    }

    /** Keys that are used but say nothing. */
    static List<String> missing(Set<String> texts, Set<String> named) {
        var modules =
                texts.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        return named.stream()
                .filter(key -> key.matches(
                        "(" + String.join("|", modules) + ")\\.(refused|problem|done|act|tab|menu)\\..*[a-z0-9]"))
                .filter(key -> !texts.contains(key))
                .toList();
    }

    /** Sides, a fixed direction, words outside of the bundles, and what the browser is told not to run. */
    static List<String> faultsOfTemplate(String template) {
        var wrong = new ArrayList<>(sides(template.replaceAll("(arrow|chevron|chat)-(left|right)", "")));
        for (Pattern pattern : List.of(UNSAFE, FIXED_DIRECTION, WORDS_IN_ATTRIBUTES)) {
            pattern.matcher(template).results().map(MatchResult::group).forEach(wrong::add);
        }
        WORDS.matcher(markup(template)).results().map(MatchResult::group).forEach(wrong::add);
        return wrong;
    }

    /** Physical sides in a style sheet or a template. */
    static List<String> sides(String style) {
        return SIDES.matcher(style).results().map(MatchResult::group).toList();
    }

    private static boolean isNamed(String key, Set<String> named) {
        if (named.contains(key)) {
            return true;
        }
        if (key.startsWith("chronology.")) {
            String act = key.substring("chronology.".length());
            return named.contains(act) || named.contains(act.substring(0, act.lastIndexOf('.') + 1));
        }
        for (int dot = key.lastIndexOf('.'); dot > key.indexOf('.'); dot = key.lastIndexOf('.', dot - 1)) {
            if (named.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        boolean partOfPair =
                key.matches(".*\\.(title|words)") && named.contains(key.substring(0, key.lastIndexOf('.')));
        return partOfPair || MADE_FROM_KINDS.stream().anyMatch(key::startsWith);
    }

    /** The template without the lines that only declare; text beside an expression is not looked at. */
    private static String markup(String template) {
        return template.replaceAll("(?m)^(@import|@param|!\\{).*$", "");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isArabic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
    }
}
