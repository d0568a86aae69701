package masar.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.casefile.AgeStatus;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import org.jspecify.annotations.Nullable;

/** The person of a case as the fields of the standard, and back. */
final class HtcdsPerson {

    /** The fields that the person's own record answers for. */
    static final List<HtcdsField> FIELDS = List.of(
            HtcdsField.FIRST_NAME,
            HtcdsField.SECOND_NAME,
            HtcdsField.BIRTHDATE,
            HtcdsField.GENDER,
            HtcdsField.CITIZENSHIP);

    private HtcdsPerson() {}

    /** A person as a row describes them on this day. Language and age at exploitation are not in the standard. */
    static Person person(HtcdsRecord row, LocalDate today) {
        PartialDate birth =
                row.value(HtcdsField.BIRTHDATE).flatMap(HtcdsPerson::birth).orElse(null);
        return new Person(
                UUID.randomUUID(),
                names(row),
                birth,
                AgeStatus.on(today, birth, AgeStatus.UNKNOWN),
                AgeStatus.UNKNOWN,
                row.value(HtcdsField.GENDER).orElse(null),
                row.values(HtcdsField.CITIZENSHIP),
                null,
                null,
                0);
    }

    /** What the standard says of a person; fields it cannot hold, such as a date known in part, are left out. */
    static Map<HtcdsField, List<String>> fields(Person person, String script) {
        var fields = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        name(person, script).ifPresent(name -> {
            put(fields, HtcdsField.FIRST_NAME, name.given());
            put(fields, HtcdsField.SECOND_NAME, afterGiven(name));
        });
        PartialDate birth = person.birth();
        if (birth != null && !birth.estimated()) {
            put(
                    fields,
                    HtcdsField.BIRTHDATE,
                    birth.whole().map(LocalDate::toString).orElse(null));
        }
        put(fields, HtcdsField.GENDER, person.gender());
        if (!person.nationalities().isEmpty()) {
            fields.put(HtcdsField.CITIZENSHIP, person.nationalities());
        }
        return fields;
    }

    /** The script of the names in a row, told by the first letter: {@code Arab}, {@code Latn} or {@code Zyyy}. */
    static String script(HtcdsRecord row) {
        String letters = row.value(HtcdsField.FIRST_NAME).orElse("")
                + row.value(HtcdsField.SECOND_NAME).orElse("");
        return letters.codePoints()
                .filter(Character::isLetter)
                .mapToObj(letter -> switch (Character.UnicodeScript.of(letter)) {
                    case ARABIC -> "Arab";
                    case LATIN -> "Latn";
                    default -> "Zyyy";
                })
                .findFirst()
                .orElse("Zyyy");
    }

    private static List<PersonName> names(HtcdsRecord row) {
        var name = new PersonName(
                script(row),
                row.value(HtcdsField.FIRST_NAME).orElse(null),
                null,
                null,
                row.value(HtcdsField.SECOND_NAME).orElse(null),
                null);
        return name.isEmpty() ? List.of() : List.of(name);
    }

    /** Years before 1900 are no birth dates of living people; the row keeps them, the person does not. */
    private static Optional<PartialDate> birth(String date) {
        try {
            LocalDate day = LocalDate.parse(date);
            return Optional.of(new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), false));
        } catch (DateTimeException tooOld) {
            return Optional.empty();
        }
    }

    private static Optional<PersonName> name(Person person, String script) {
        var names = new ArrayList<>(person.names());
        names.sort((one, other) ->
                Boolean.compare(other.script().equals(script), one.script().equals(script)));
        return names.stream().findFirst();
    }

    private static String afterGiven(PersonName name) {
        return Stream.of(name.father(), name.grandfather(), name.family())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static void put(Map<HtcdsField, List<String>> fields, HtcdsField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(field, List.of(value));
        }
    }
}
