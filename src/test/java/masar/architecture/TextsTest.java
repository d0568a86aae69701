package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every text exists in three languages, is used somewhere, and nothing is said outside of the bundles. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    @Test
    void theThreeLanguagesSayTheSameThings() throws IOException {
        var arabic = bundles("ar");
        assertThat(arabic).hasSizeGreaterThan(500);
        for (String other : List.of("fr", "en")) {
            assertThat(TextRules.differences(arabic, bundles(other)))
                    .as("Arabic and " + other)
                    .isEmpty();
        }
    }

    @Test
    void frenchAndEnglishAreNotForgottenArabic() throws IOException {
        for (String other : List.of("fr", "en")) {
            assertThat(TextRules.inArabic(bundles(other), true)).as(other).isEmpty();
        }
        assertThat(TextRules.inArabic(bundles("ar"), false)).isEmpty();
    }

    /** A key is used when it, or a beginning that ends in a dot, is written in code, a template or the pack. */
    @Test
    void everyTextIsUsedAndEveryUsedTextExists() throws IOException {
        var named = new TreeSet<String>();
        for (String folder : List.of("src/main/java", "src/main/resources/templates")) {
            for (Path file : files(Path.of(folder), "")) {
                named.addAll(TextRules.named(Files.readString(file)));
            }
        }
        var texts = bundles("ar").keySet();
        assertThat(TextRules.orphans(texts, named)).as("texts nobody uses").isEmpty();
        assertThat(TextRules.missing(texts, named))
                .as("texts that are used but do not exist")
                .isEmpty();
    }

    @Test
    void pagesHaveNoSidesAndNoWordsOfTheirOwn() throws IOException {
        var wrong = new ArrayList<String>();
        for (Path file : files(Path.of("src/main/resources/templates"), ".jte")) {
            TextRules.faultsOfTemplate(Files.readString(file)).forEach(fault -> wrong.add(file + ": " + fault));
        }
        for (Path file : files(Path.of("frontend"), ".css")) {
            if (!file.toString().contains("node_modules")) {
                TextRules.sides(Files.readString(file)).forEach(side -> wrong.add(file + ": " + side));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> bundles(String language) throws IOException {
        var bundles = new ArrayList<String>();
        for (Path file : files(BUNDLES, "_" + language + ".properties")) {
            bundles.add(Files.readString(file));
        }
        var twice = new ArrayList<String>();
        var texts = TextRules.texts(bundles, twice);
        assertThat(twice).as(language).isEmpty();
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}
