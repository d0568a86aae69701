package masar.matching.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One form for what is written in several: small letters, no vowel marks, no stretching, plain alif. */
public final class Spelling {

    private static final Map<Character, Character> ONE_FORM =
            Map.of('أ', 'ا', 'إ', 'ا', 'آ', 'ا', 'ٱ', 'ا', 'ى', 'ي', 'ی', 'ي', 'ة', 'ه', 'ؤ', 'و', 'ئ', 'ي', 'ک', 'ك');

    /** An article that stands before a name; elsewhere "el" may belong to it. */
    private static final String LATIN_ARTICLE = "^(al|el|ul|as|ash|ad|ar|an|at)[-'’](?=.)";

    private Spelling() {}

    /** The words of a text, as written. An article joined by a hyphen stays with its name. */
    public static List<String> divided(String text) {
        return List.of(text.strip().split("[\\s·,،.]+"));
    }

    /** A word in its one form, without article. */
    public static String normal(String word) {
        var kept = new StringBuilder();
        for (char letter : withoutArticle(word).toCharArray()) {
            kept.append(ONE_FORM.getOrDefault(letter, letter));
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFKD).replaceAll("[\\p{M}ـ'’‘`-]", "");
    }

    static String withoutArticle(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT).replaceFirst(LATIN_ARTICLE, "");
        return small.startsWith("ال") && small.length() >= 5 ? small.substring(2) : small;
    }

    /** Similarity by Jaro and Winkler, 0 to 1. */
    public static double nearness(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] taken = new boolean[other.length()];
        var common = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(other.length(), i + reach + 1); j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    taken[j] = true;
                    common.append(one.charAt(i));
                    break;
                }
            }
        }
        double matches = common.length();
        if (matches == 0) {
            return 0;
        }
        double jaro = (matches / one.length()
                        + matches / other.length()
                        + (matches - swapped(common, other, taken)) / matches)
                / 3;
        return jaro + prefix(one, other) * 0.1 * (1 - jaro);
    }

    private static double swapped(CharSequence common, String other, boolean[] taken) {
        int at = 0;
        int out = 0;
        for (int j = 0; j < other.length(); j++) {
            if (taken[j] && other.charAt(j) != common.charAt(at++)) {
                out++;
            }
        }
        return out / 2.0;
    }

    private static int prefix(String one, String other) {
        int same = 0;
        while (same < Math.min(4, Math.min(one.length(), other.length())) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
