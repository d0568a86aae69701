package masar.forms;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language of a form.
 *
 * @param name as published in the column heads, for example {@code Arabic (ar)}; empty for columns without language
 * @param code the part in brackets, or the ISO 639-1 code of a well-known name, or the name in lower case
 */
public record FormLanguage(String name, String code) {

    private static final Pattern BRACKETS = Pattern.compile(".*\\(([A-Za-z-]{2,11})\\)\\s*");
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "arabic", "ar", "العربية", "ar", "french", "fr", "français", "fr", "francais", "fr", "english", "en");

    /** The language with this published name. */
    public static FormLanguage named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        Matcher brackets = BRACKETS.matcher(lower);
        return new FormLanguage(
                name.strip(), brackets.matches() ? brackets.group(1) : WELL_KNOWN.getOrDefault(lower, lower));
    }
}
