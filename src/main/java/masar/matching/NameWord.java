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

    /** The words of a name in any script, without particles unless there is nothing else. */
    public static List<NameWord> in(String name) {
        var spellings = new ArrayList<String>();
        for (String word : Spelling.divided(name)) {
            if (!word.isEmpty()) {
                spellings.add(word);
            }
        }
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
