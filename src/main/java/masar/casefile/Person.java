package masar.casefile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person a case is about. Each case has its own record; that two are the same person is a link somebody decides.
 *
 * @param ageNow for protection; unknown is treated as a child
 * @param ageAtExploitation for the list of indicators; unknown is treated as a child
 * @param gender code of HTCDS 2.0
 * @param nationalities ISO 3166-1 alpha-2 codes
 * @param language ISO 639 code
 * @param whereabouts where the person can be met; never a shelter
 */
public record Person(
        UUID id,
        List<PersonName> names,
        @Nullable PartialDate birth,
        AgeStatus ageNow,
        AgeStatus ageAtExploitation,
        @Nullable String gender,
        List<String> nationalities,
        @Nullable String language,
        @Nullable String whereabouts,
        int version) {

    /** A person of whom nothing is known yet. */
    public static Person unknown() {
        return new Person(
                UUID.randomUUID(),
                List.of(),
                null,
                AgeStatus.UNKNOWN,
                AgeStatus.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                0);
    }

    /** Nothing but the id of this person: what is left when an import is undone. */
    public static Person forgotten(Person person) {
        return new Person(
                person.id,
                List.of(),
                null,
                AgeStatus.UNKNOWN,
                AgeStatus.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                person.version);
    }

    /** The same person with another age at exploitation, as an interview brought out. */
    public Person exploitedAs(AgeStatus age) {
        return new Person(id, names, birth, ageNow, age, gender, nationalities, language, whereabouts, version);
    }

    /** The same person with this gender, or none. */
    public Person withGender(@Nullable String code) {
        return new Person(
                id, names, birth, ageNow, ageAtExploitation, code, nationalities, language, whereabouts, version);
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
