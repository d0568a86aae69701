package masar.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import masar.shared.Language;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of Masar by key, from one bundle per module and language ({@code messages/referral_ar.properties}, UTF-8).
 * Apostrophes are plain apostrophes; arguments are {@code {0}}, plurals use the choice form.
 */
@Component
public class Texts {

    private final Map<Language, Map<String, String>> bundles = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            bundles.put(language, load(language));
        }
    }

    /** The text in this language with its arguments in place; an unknown key is a defect and shows itself. */
    public String say(Language language, String key, Object... arguments) {
        String pattern = bundle(language).get(key);
        if (pattern == null) {
            return "⟦" + key + "⟧";
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
    }

    /** Whether there is such a text. */
    public boolean knows(String key) {
        return bundle(Language.EN).containsKey(key);
    }

    private Map<String, String> bundle(Language language) {
        return java.util.Objects.requireNonNull(bundles.get(language));
    }

    private static Map<String, String> load(Language language) {
        var texts = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.code() + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(texts);
    }
}
