package masar.casefile;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name in one script, in up to four parts and the mother's name, which identifies a person in Lebanon. A single name
 * is enough.
 *
 * @param script ISO 15924 code, for example {@code Arab}, {@code Latn} or {@code Ethi}
 */
public record PersonName(
        String script,
        @Nullable String given,
        @Nullable String father,
        @Nullable String grandfather,
        @Nullable String family,
        @Nullable String mother) {

    public PersonName {
        given = tidy(given);
        father = tidy(father);
        grandfather = tidy(grandfather);
        family = tidy(family);
        mother = tidy(mother);
    }

    public boolean isEmpty() {
        return Stream.of(given, father, grandfather, family, mother).allMatch(Objects::isNull);
    }

    /** The parts in order, without the mother's name. */
    public String inFull() {
        return Stream.of(given, father, grandfather, family)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Hides the name: it must not reach a log. */
    @Override
    public String toString() {
        return "PersonName[hidden]";
    }

    private static @Nullable String tidy(@Nullable String part) {
        return part == null || part.isBlank() ? null : part.strip().replaceAll("\\s+", " ");
    }
}
