package masar.matching.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The consonants of a word in ten classes (B F T S X K L M N R), the same for Arabic and Latin; vowels and the letters
 * و ي ه ع ح, which are often written or heard as vowels or not at all, are dropped. Own tables: ICU keeps apart what
 * people in Lebanon write in several ways.
 */
public final class Skeleton {

    /** No more readings of one word than this. */
    private static final int MOST = 6;

    private static final Pattern JOINED_ARTICLE = Pattern.compile("^[ae]l[a-z]{4}.*");

    /** Letters and groups of letters with the classes they may stand for, the likeliest first; longer ones first. */
    private static final Map<String, List<String>> SOUNDS = sounds();

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("š", "sh"),
            Map.entry("ş", "sh"),
            Map.entry("č", "tch"),
            Map.entry("ć", "tch"),
            Map.entry("ç", "s"),
            Map.entry("ß", "s"),
            Map.entry("ł", "l"),
            Map.entry("đ", "dj"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("تش", "چ"));

    private Skeleton() {}

    /** Every reading; empty when the word has no consonants. */
    public static Set<String> of(String word) {
        String plain = Spelling.withoutArticle(word);
        for (var each : PLAIN.entrySet()) {
            plain = plain.replace(each.getKey(), each.getValue());
        }
        boolean mayBeArticle = JOINED_ARTICLE.matcher(plain).matches();
        plain = once(Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("[\\p{M}ـ]", ""));
        var found = new LinkedHashSet<String>();
        for (String reading : readings(plain)) {
            found.add(reading);
            if (mayBeArticle && reading.startsWith("L")) {
                found.add(reading.substring(1));
            }
        }
        found.remove("");
        return Set.copyOf(found);
    }

    private static List<String> readings(String word) {
        List<String> readings = List.of("");
        for (int at = 0; at < word.length(); ) {
            String group = group(word, at);
            List<String> classes = SOUNDS.getOrDefault(group, List.of(""));
            if (group.equals("c") && at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0) {
                classes = List.of("S");
            }
            if (readings.size() * classes.size() > MOST) {
                classes = classes.subList(0, 1);
            }
            List<String> heard = classes;
            readings = readings.stream()
                    .flatMap(before -> heard.stream().map(before::concat))
                    .toList();
            at += group.length();
        }
        return readings;
    }

    private static String group(String word, int at) {
        for (int length = 4; length > 1; length--) {
            if (at + length <= word.length() && SOUNDS.containsKey(word.substring(at, at + length))) {
                return word.substring(at, at + length);
            }
        }
        return word.substring(at, at + 1);
    }

    /** Latin doubles a letter where Arabic strengthens a single one, but for that of Allah. */
    private static String once(String word) {
        return word.replaceAll("([a-z])\\1+", "$1").replace("لل", "ل");
    }

    private static Map<String, List<String>> sounds() {
        var sounds = new HashMap<String, List<String>>();
        new TreeMap<>(Map.of(
                        "B", "بپbp",
                        "F", "فڤfv",
                        "T", "تطدضtd",
                        "S", "سصزsz",
                        "X", "شچ",
                        "K", "كقغخگڭجkqg",
                        "L", "لl",
                        "M", "مm",
                        "N", "نn",
                        "R", "رr"))
                .forEach((name, letters) ->
                        letters.chars().forEach(letter -> sounds.put(Character.toString(letter), List.of(name))));
        for (String letter : List.of("ث", "ذ", "ظ", "th", "dh")) {
            sounds.put(letter, List.of("T", "S"));
        }
        sounds.putAll(Map.of(
                "tsch", List.of("X"),
                "tch", List.of("X"),
                "sch", List.of("X", "SK"),
                "sh", List.of("X"),
                "ch", List.of("X", "K"),
                "kh", List.of("K"),
                "gh", List.of("K", ""),
                "ph", List.of("F"),
                "dj", List.of("K"),
                "tz", List.of("TS", "S")));
        sounds.putAll(Map.of(
                "ck", List.of("K"),
                "qu", List.of("K"),
                "ts", List.of("TS", "S"),
                "x", List.of("KS", "X"),
                "c", List.of("K"),
                "j", List.of("K", ""),
                "w", List.of("", "F")));
        return Map.copyOf(sounds);
    }
}
