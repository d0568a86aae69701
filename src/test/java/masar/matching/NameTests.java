package masar.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import masar.matching.NameScore.Agreement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people write in several ways and two scripts, and how they meet. */
class NameTests {

    /** Pairs by google/transliteration, Apache-2.0. */
    private static final Path PAIRS = Path.of("src/test/resources/names/google_ar2en_eval.tsv");

    /** Pairs from Wikidata, beside the project. */
    private static final Path WIKIDATA = Path.of("/work/shared/data/names/wd_arabic_80.tsv");

    @ParameterizedTest
    @CsvSource({
        "محمد, Mohammed",
        "محمد, Muhammad",
        "محمد, Mohamad",
        "سلام, Selam",
        "سلاماويت, Selamawit",
        "عبدالله, Abdallah",
        "خديجة, Khadija",
        "خديجة, Khadidja",
        "غريس, Grace",
        "أمينة, Amina",
        "الحداد, Haddad",
        "الحداد, al-Haddad",
        "يوسف, Youssef",
        "يوسف, Yusuf",
        "شربل, Charbel",
        "جورج, George",
        "ذوالفقار, Zulfiqar",
        "ثريا, Thurayya",
        "ثريا, Soraya",
        "رضا, Reda",
        "نظمي, Nadhmi",
        "تشارلز, Charles",
        "ميلوش, Miloš",
        "مريم, Maryam",
        "ميريام, Myriam",
        "قاسم, Kassem",
        "غسان, Ghassan"
    })
    void oneNameInTwoScriptsSoundsAlike(String arabic, String latin) {
        assertThat(word(arabic).soundsLike(word(latin))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"محمد, Ahmad", "سلام, Salim Nassar", "مريم, Miriamne", "فادي, Hadi", "رنا, Rola", "Sara, Samar"})
    void otherNamesDoNot(String one, String other) {
        assertThat(word(one).soundsLike(word(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "أحمد, احمد",
        "فاطمة, فاطمه",
        "هدى, هدي",
        "مُحَمَّد, محمد",
        "الخوري, خوري",
        "René, rene",
        "Al-Khoury, khoury"
    })
    void oneWordWrittenInTwoWaysHasOneSpelling(String one, String other) {
        assertThat(word(one).spelling()).isEqualTo(word(other).spelling());
    }

    @Test
    void aNameOfTwoWordsMayBeWrittenTogether() {
        assertThat(NameWord.in("عبد الرحمن")).isEqualTo(NameWord.in("عبدالرحمن"));
        assertThat(NameWord.in("Abdel Rahman").getFirst().soundsLike(word("عبدالرحمن")))
                .isTrue();
        assertThat(NameWord.in("جبر مريم")).isEqualTo(NameWord.in("جبرمريم"));
        assertThat(NameWord.in("عبد")).hasSize(1);
    }

    @Test
    void particlesTellNobodyApart() {
        assertThat(NameWord.in("محمد بن سلمان")).hasSize(2);
        assertThat(NameWord.in("Abu")).hasSize(1);
        assertThat(NameWord.in("   ")).isEmpty();
    }

    @Test
    void theScoreSaysWhy() {
        var selam = NameWord.inAll("سلاماويت تسفاي", "Selamawit Tesfaye");
        assertThat(NameScore.of(NameWord.in("Selamawit Tesfaye"), selam).value())
                .isEqualTo(1);
        var score = NameScore.of(NameWord.in("سلماويت Tesfay Nobody"), selam);
        assertThat(score.reasons())
                .extracting(NameScore.Reason::agreement)
                .containsExactly(Agreement.NEARLY_SPELLED_ALIKE, Agreement.NEARLY_SPELLED_ALIKE, Agreement.NOTHING);
        assertThat(score.value()).isBetween(0.5, 0.6);
        assertThat(NameScore.of(NameWord.in("Grace"), selam).value()).isZero();
        assertThat(NameScore.of(List.of(), selam).value()).isZero();
    }

    @Test
    void nineInTenPairsMeetBySkeleton() throws IOException {
        measure(
                "google/transliteration",
                Files.readAllLines(PAIRS).stream()
                        .map(line -> line.split("\t"))
                        .map(pair -> Map.entry(pair[0], pair[1]))
                        .toList());
    }

    @Test
    void nineInTenNamesOfWikidataMeetBySkeleton() throws IOException {
        Assumptions.assumeTrue(Files.exists(WIKIDATA), WIKIDATA + " is absent");
        var pairs = Files.readAllLines(WIKIDATA).stream()
                .map(line -> line.split("\t"))
                .map(pair -> Map.entry(pair[1].replace(" ", ""), pair[0]))
                .collect(Collectors.toList());
        java.util.Collections.shuffle(pairs, new Random(20261122));
        measure("Wikidata", pairs.subList(0, 3_000));
    }

    private static void measure(String name, List<Map.Entry<String, String>> pairs) {
        var latin = new HashMap<String, Integer>();
        pairs.forEach(pair -> skeletons(pair.getValue()).forEach(each -> latin.merge(each, 1, Integer::sum)));
        long met = pairs.stream()
                .filter(pair -> skeletons(pair.getKey()).stream().anyMatch(skeletons(pair.getValue())::contains))
                .count();
        double candidates = pairs.stream()
                .mapToInt(pair -> skeletons(pair.getKey()).stream()
                        .mapToInt(each -> latin.getOrDefault(each, 0))
                        .sum())
                .average()
                .orElseThrow();
        double recall = met / (double) pairs.size();
        System.out.printf("%s: %d pairs, recall %.3f, %.1f candidates each%n", name, pairs.size(), recall, candidates);
        assertThat(recall).isGreaterThanOrEqualTo(0.90);
        assertThat(candidates).isLessThan(10);
    }

    private static Set<String> skeletons(String name) {
        return word(name).skeletons();
    }

    private static NameWord word(String name) {
        return NameWord.in(name.replace(" ", "")).getFirst();
    }
}
