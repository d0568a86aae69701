package masar.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import masar.casefile.AgeStatus;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.forms.Answers;
import masar.screening.AgeAtExploitation;
import org.junit.jupiter.api.Test;

/** What an interview brings out completes the person's record and overwrites nothing. */
class PersonLearnedTests {

    private static final Answers SAID = new Answers(
            Map.of(
                    "given_name", "ሰላም",
                    "birth_year", "1995",
                    "birth_month", "4",
                    "nationality", "ET",
                    "language", "am",
                    "age_now", "adult"),
            "am");

    @Test
    void aPersonOfWhomNothingWasKnownIsKnownByWhatSheSaid() {
        Person person = PersonLearned.learned(Person.unknown(), SAID, AgeAtExploitation.ADULT);
        assertThat(person.names()).containsExactly(new PersonName("Zyyy", "ሰላም", null, null, null, null));
        assertThat(person.birth()).isEqualTo(new PartialDate(1995, 4, null, false));
        assertThat(person.ageNow()).isEqualTo(AgeStatus.ADULT);
        assertThat(person.ageAtExploitation()).isEqualTo(AgeStatus.ADULT);
        assertThat(person.nationalities()).containsExactly("ET");
        assertThat(person.language()).isEqualTo("am");
    }

    @Test
    void whatWasRecordedBeforeStays() {
        Person before = PersonLearned.learned(Person.unknown(), SAID, AgeAtExploitation.CHILD);
        Answers other = new Answers(
                Map.of("given_name", "Mary", "birth_year", "1980", "nationality", "KE", "age_now", "child"), "en");
        assertThat(PersonLearned.learned(before, other, AgeAtExploitation.ADULT))
                .isEqualTo(before);
    }

    @Test
    void aDateThatCannotBeAndAnAgeNobodyKnowsTeachNothing() {
        Answers wrong = new Answers(Map.of("birth_year", "19x5", "birth_month", "13", "age_now", "unknown"), "en");
        Person person = Person.unknown();
        assertThat(PersonLearned.learned(person, wrong, AgeAtExploitation.UNKNOWN))
                .isEqualTo(person)
                .extracting(Person::names)
                .isEqualTo(List.of());
    }
}
