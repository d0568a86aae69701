package masar.directory.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.shared.LocalizedText;

/** Words somebody looks for; accents, vowel signs and the forms of alef, ya and ta marbuta do not matter. */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");

    private final List<String> words;

    SearchWords(String typed) {
        this.words = Arrays.stream(plain(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether each word stands somewhere in these texts, in whichever language. */
    boolean fit(Collection<LocalizedText> texts) {
        String all = texts.stream()
                .flatMap(text -> Stream.of(text.ar(), text.fr(), text.en()))
                .map(SearchWords::plain)
                .collect(Collectors.joining("\n"));
        return words.stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.replaceAll("[آأإٱ]", "ا").replace('ى', 'ي').replace('ة', 'ه');
    }
}
