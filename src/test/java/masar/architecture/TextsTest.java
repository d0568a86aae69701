package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;

/** Every text exists in three languages, is used somewhere, and nothing is said outside of the bundles. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** Keys that are put together from an enum's constants. */
    private static final List<String> MADE_FROM_KINDS =
            List.of("forms.problem.", "forms.answer.", "exchange.htcds.", "shell.moment.");

    private static final Pattern NAMED = Pattern.compile("[\"=]([a-z]+(?:[.-][a-z0-9]+)*\\.?)\"");

    @Test
    void theThreeLanguagesSayTheSameThings() throws IOException {
        var arabic = bundles("ar");
        for (String other : List.of("fr", "en")) {
            var texts = bundles(other);
            assertThat(texts.keySet()).as("keys of " + other).isEqualTo(arabic.keySet());
            for (String key : arabic.keySet()) {
                assertThat(placeholders(texts.get(key)))
                        .as(key + " in " + other)
                        .isEqualTo(placeholders(arabic.get(key)));
            }
        }
        assertThat(arabic.values()).noneMatch(String::isBlank);
    }

    @Test
    void frenchAndEnglishAreNotForgottenArabic() throws IOException {
        for (String other : List.of("fr", "en")) {
            assertThat(bundles(other).entrySet().stream()
                            .filter(text -> text.getValue().codePoints().anyMatch(TextsTest::isArabic)))
                    .isEmpty();
        }
        assertThat(bundles("ar").entrySet().stream()
                        .filter(text -> text.getValue().codePoints().noneMatch(TextsTest::isArabic)))
                .isEmpty();
    }

    /** A key is used when it, or a beginning that ends in a dot, is written in code, a template or the pack. */
    @Test
    void everyTextIsUsedAndEveryUsedTextExists() throws IOException {
        var named = new TreeSet<String>();
        for (String folder : List.of("src/main/java", "src/main/resources/templates")) {
            for (Path file : files(Path.of(folder), "")) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(named::add);
            }
        }
        var texts = bundles("ar").keySet();
        assertThat(texts.stream().filter(key -> !isNamed(key, named)))
                .as("texts nobody uses")
                .isEmpty();
        var modules =
                texts.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var missing = named.stream()
                .filter(key -> key.matches(
                        "(" + String.join("|", modules) + ")\\.(refused|problem|done|act|tab|menu)\\..*[a-z0-9]"))
                .filter(key -> !texts.contains(key))
                .filter(key -> !key.endsWith("."))
                .toList();
        assertThat(missing).as("texts that are used but do not exist").isEmpty();
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

    @Test
    void pagesHaveNoSidesAndNoWordsOfTheirOwn() throws IOException {
        var wrong = new ArrayList<String>();
        Pattern sides = Pattern.compile("\\b(left|right|ml-|mr-|pl-|pr-|text-left|text-right|float-)\\b");
        Pattern words = Pattern.compile(">[^<>@${}]*\\p{L}{3,}[^<>@${}]*<");
        for (Path file : files(Path.of("src/main/resources/templates"), ".jte")) {
            String template = Files.readString(file);
            sides.matcher(template.replaceAll("(arrow|chevron|chat)-(left|right)", ""))
                    .results()
                    .forEach(result -> wrong.add(file + ": " + result.group()));
            words.matcher(markup(template)).results().forEach(result -> wrong.add(file + ": " + result.group()));
            assertThat(template).as(file.toString()).doesNotContain("$unsafe", "style=", "onclick", "<script>");
        }
        for (Path file : files(Path.of("frontend"), ".css")) {
            if (!file.toString().contains("node_modules")) {
                sides.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(side -> wrong.add(file + ": " + side));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The template without the lines that only declare; text beside an expression is not looked at. */
    private static String markup(String template) {
        return template.replaceAll("(?m)^(@import|@param|!\\{).*$", "");
    }

    private static Map<String, String> bundles(String language) throws IOException {
        var texts = new TreeMap<String, String>();
        for (Path file : files(BUNDLES, "_" + language + ".properties")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.forEach((key, text) -> assertThat(texts.put((String) key, (String) text))
                    .as("said twice: " + key)
                    .isNull());
        }
        return texts;
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

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}
