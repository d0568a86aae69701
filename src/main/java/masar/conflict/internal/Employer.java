package masar.conflict.internal;

import java.util.List;
import java.util.Set;
import masar.matching.NameScore;
import masar.matching.NameWord;

/** Whether two names of employers or businesses may be one, in whatever script each is written. */
final class Employer {

    /** Every word of the shorter name sounds like one of the longer name, or nearly every one is spelled like it. */
    private static final double ENOUGH = 0.7;

    /** Words that stand on many shop signs and tell no business apart. */
    private static final Set<String> COMMON = Set.of(
            "شركه",
            "موسسه",
            "مكتب",
            "محل",
            "مطعم",
            "معمل",
            "مصنع",
            "مجموعه",
            "وشركاه",
            "تجاره",
            "للتجاره",
            "company",
            "co",
            "sarl",
            "sal",
            "ltd",
            "group",
            "groupe",
            "societe",
            "entreprise",
            "etablissement",
            "ets",
            "est",
            "office",
            "bureau",
            "restaurant",
            "agency",
            "agence",
            "establishment",
            "trading",
            "and",
            "et",
            "the",
            "la",
            "le",
            "les");

    private Employer() {}

    /** The words that tell the business apart; all of them when none does. */
    static List<NameWord> words(String name) {
        var all = NameWord.in(name);
        var telling =
                all.stream().filter(word -> !COMMON.contains(word.spelling())).toList();
        return telling.isEmpty() ? all : telling;
    }

    static boolean mayBeOne(String one, String other) {
        var words = words(one);
        var others = words(other);
        return Math.max(
                        NameScore.of(words, others).value(),
                        NameScore.of(others, words).value())
                >= ENOUGH;
    }
}
