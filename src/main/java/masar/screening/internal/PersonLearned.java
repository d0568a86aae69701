package masar.screening.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.forms.Answers;
import masar.screening.AgeAtExploitation;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries into the person's record what an interview brought out and nobody had recorded; never overwrites. */
@Component
class PersonLearned {

    private final Cases cases;

    PersonLearned(Cases cases) {
        this.cases = cases;
    }

    void keep(Viewer viewer, Interview interview) {
        Person before = cases.person(viewer, interview.caseId());
        Person after = learned(
                before, interview.content().answers(), interview.content().age());
        if (!after.equals(before)) {
            cases.know(viewer, interview.caseId(), after);
        }
    }

    static Person learned(Person person, Answers answers, AgeAtExploitation then) {
        return new Person(
                person.id(),
                person.names().isEmpty() ? names(answers) : person.names(),
                person.birth() == null ? birth(answers) : person.birth(),
                age(person.ageNow(), answers.value("age_now")),
                age(person.ageAtExploitation(), Optional.of(then.code())),
                person.gender() == null ? orNull(answers, "gender") : person.gender(),
                person.nationalities().isEmpty()
                        ? answers.value("nationality").stream().toList()
                        : person.nationalities(),
                person.language() == null ? orNull(answers, "language") : person.language(),
                person.whereabouts(),
                person.version());
    }

    private static AgeStatus age(AgeStatus known, Optional<String> said) {
        return known == AgeStatus.UNKNOWN
                ? said.filter(code -> List.of("child", "adult").contains(code))
                        .map(AgeStatus::of)
                        .orElse(known)
                : known;
    }

    private static List<PersonName> names(Answers answers) {
        var names = new ArrayList<PersonName>();
        var name = new PersonName(
                script(answers),
                orNull(answers, "given_name"),
                orNull(answers, "father_name"),
                orNull(answers, "grandfather_name"),
                orNull(answers, "family_name"),
                orNull(answers, "mother_name"));
        if (!name.isEmpty()) {
            names.add(name);
        }
        return names;
    }

    /** ISO 15924 code of the letters the name is written in; Zyyy for any but Arabic and Latin. */
    private static String script(Answers answers) {
        String letters = answers.value("given_name")
                .or(() -> answers.value("family_name"))
                .orElse("");
        return letters.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .map(script -> switch (script) {
                    case ARABIC -> "Arab";
                    case LATIN -> "Latn";
                    default -> "Zyyy";
                })
                .orElse("Zyyy");
    }

    private static @Nullable PartialDate birth(Answers answers) {
        Integer year = number(answers, "birth_year");
        Integer month = number(answers, "birth_month");
        Integer day = month == null ? null : number(answers, "birth_day");
        try {
            return year == null ? null : new PartialDate(year, month, day, false);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static @Nullable Integer number(Answers answers, String key) {
        return answers.value(key)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private static @Nullable String orNull(Answers answers, String key) {
        return answers.value(key).orElse(null);
    }
}
