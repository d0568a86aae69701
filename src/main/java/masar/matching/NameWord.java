package masar.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import masar.matching.internal.Skeleton;
import masar.matching.internal.Spelling;

/**
 * One word of a name.
 *
 * @param spelling normalised within its script: small letters, no marks, one form for letters that are written in several
 * @param skeletons its consonants in ten classes, the same in Arabic and Latin; several where a spelling may be read in
 *     several ways, none where it has no consonants
 */
public record NameWord(String spelling, Set<String> skeletons) {

    /** Words that stand between names and tell nobody apart. */
    private static final Set<String> PARTICLES = Set.of(
            "ال", "بن", "ابن", "بنت", "ابو", "ام", "al", "el", "bin", "ibn", "bint", "ben", "abu", "abou", "umm", "de");

    /** Words that make one name with the next, written apart or together: servant of, Gebre. */
    private static final Set<String> HEADS = Set.of("عبد", "abd", "abdel", "abdul", "abdal", "جبر", "gebre", "gebra");

    /** The words of a name in any script, without particles unless there is nothing else. */
    public static List<NameWord> in(String name) {
        var spellings = new ArrayList<String>();
        String head = "";
        for (String word : Spelling.divided(name)) {
            if (HEADS.contains(Spelling.normal(word)) && head.isEmpty()) {
                head = word;
            } else {
                spellings.add(head + word);
                head = "";
            }
        }
        spellings.add(head);
        spellings.removeIf(String::isEmpty);
        var telling = spellings.stream()
                .filter(word -> !PARTICLES.contains(Spelling.normal(word)))
                .toList();
        return (telling.isEmpty() ? spellings : telling)
                .stream()
                        .map(word -> new NameWord(Spelling.normal(word), Skeleton.of(word)))
                        .distinct()
                        .toList();
    }

    /** The words of several names, such as one person's in several scripts. */
    public static List<NameWord> inAll(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> in(name).stream())
                .distinct()
                .toList();
    }

    boolean soundsLike(NameWord other) {
        return skeletons.stream().anyMatch(other.skeletons::contains);
    }

    /** Hides the name: it must not reach a log. */
    @Override
    public String toString() {
        return "NameWord[hidden]";
    }
}
