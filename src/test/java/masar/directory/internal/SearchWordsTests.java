package masar.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import masar.shared.LocalizedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "الاجتماعيه, true",
        "إيواء, true",
        "ايواء, true",
        "sociales, true",
        "hébergement, true",
        "hebergement, true",
        "SHELTER social, true",
        "shelter police, false",
        "'', true"
    })
    void wordsAreFoundHoweverTheyAreSpelt(String typed, boolean found) {
        var texts = List.of(
                new LocalizedText("الشؤون الاجتماعيّة", "Affaires sociales", "Social affairs"),
                new LocalizedText("إيواء", "Hébergement", "Shelter"));
        assertThat(new SearchWords(typed).fit(texts)).isEqualTo(found);
    }
}
