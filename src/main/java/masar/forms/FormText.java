package masar.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text of a form in the languages it was written in, by language code. The key {@code ""} holds a text of a column
 * that names no language. {@code ${name}} in a text stands for the answer to that question.
 */
public record FormText(Map<String, String> byLanguage) {

    /** No text in any language. */
    public static final FormText NONE = new FormText(Map.of());

    public FormText {
        byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The text in this language; else the one without language; else the first there is; else an empty string. */
    public String in(String languageCode) {
        for (String code : List.of(languageCode, "")) {
            String text = byLanguage.get(code);
            if (text != null) {
                return text;
            }
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
