package masar.casefile.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.AgeStatus;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.Cases;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.shared.CaseId;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is known of the person of a case. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class PersonPages {

    /** Scripts offered on the page; "Zyyy" (ISO 15924) stands for the person's own, whichever it is. */
    static final List<String> SCRIPTS = List.of("Arab", "Latn", "Zyyy");

    private static final List<String> PARTS = List.of("given", "father", "grandfather", "family", "mother");

    private final Cases cases;
    private final CaseFrames frames;
    private final CaseChoices choices;
    private final RevealPages hidden;
    private final Pages pages;

    PersonPages(Cases cases, CaseFrames frames, CaseChoices choices, RevealPages hidden, Pages pages) {
        this.cases = cases;
        this.frames = frames;
        this.choices = choices;
        this.hidden = hidden;
        this.pages = pages;
    }

    /** The page about the person. */
    public record PersonPage(
            CaseFrame frame,
            Filled form,
            List<Choice> ages,
            List<Choice> genders,
            List<Choice> countries,
            List<Choice> languages,
            boolean editable,
            boolean showsGender) {}

    @GetMapping("/cases/{id}/person")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        if (!hidden.isShown(viewer, caseId)) {
            return hidden.page(viewer, caseId, Filled.empty());
        }
        return page(viewer, caseId, Filled.with(values(shownTo(viewer, cases.person(viewer, caseId)))));
    }

    @PostMapping("/cases/{id}/person")
    ModelAndView know(Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.person.change",
                () -> {
                    hidden.refuseUnlessShown(viewer, caseId);
                    var before = cases.person(viewer, caseId);
                    cases.know(viewer, caseId, kept(viewer, before, read(before.id(), typed)));
                    return "/cases/" + id + "/person?done=casefile.done.person";
                },
                filled -> page(viewer, caseId, overtaken(viewer, caseId, filled)));
    }

    /** Told that somebody else was quicker, one may look again and send: the form now answers to what is kept. */
    private Filled overtaken(Viewer viewer, CaseId id, Filled filled) {
        return filled.isOvertaken()
                ? filled.replacing(
                        "version", Integer.toString(cases.person(viewer, id).version()))
                : filled;
    }

    /** Gender is never required, and never shown to the body that detains or to the police. */
    private static boolean showsGender(Viewer viewer) {
        return viewer.organisationKind() != OrganisationKind.DETAINING
                && viewer.organisationKind() != OrganisationKind.POLICE;
    }

    private static Person shownTo(Viewer viewer, Person person) {
        return showsGender(viewer) ? person : person.withGender(null);
    }

    /** What a viewer may not see, they cannot change either. */
    private static Person kept(Viewer viewer, Person before, Person typed) {
        return showsGender(viewer) ? typed : typed.withGender(before.gender());
    }

    private Person read(UUID person, Map<String, String> typed) {
        var problems = new Problems();
        problems.oneOf("ageNow", typed.get("ageNow"), CaseChoices.AGES)
                .oneOf("ageAtExploitation", typed.get("ageAtExploitation"), CaseChoices.AGES)
                .atMost("whereabouts", typed.get("whereabouts"), 500);
        String gender = offered(problems, "gender", typed, choices.genderCodes());
        String country = offered(problems, "nationality", typed, choices.countryCodes());
        String language = offered(problems, "language", typed, choices.languageCodes());
        var names = names(problems, typed);
        PartialDate birth = birth(problems, typed);
        problems.refuseIfAny();
        return new Person(
                person,
                names,
                birth,
                AgeStatus.of(typed.getOrDefault("ageNow", "")),
                AgeStatus.of(typed.getOrDefault("ageAtExploitation", "")),
                gender,
                country == null ? List.of() : List.of(country),
                language,
                blankToNull(typed.get("whereabouts")),
                number(typed.get("version")));
    }

    private static List<PersonName> names(Problems problems, Map<String, String> typed) {
        var names = new ArrayList<PersonName>();
        for (String script : SCRIPTS) {
            PARTS.forEach(part -> problems.atMost(script + "." + part, typed.get(script + "." + part), 80));
            var name = new PersonName(
                    script,
                    typed.get(script + ".given"),
                    typed.get(script + ".father"),
                    typed.get(script + ".grandfather"),
                    typed.get(script + ".family"),
                    typed.get(script + ".mother"));
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable PartialDate birth(Problems problems, Map<String, String> typed) {
        String year = blankToNull(typed.get("birthYear"));
        String month = blankToNull(typed.get("birthMonth"));
        String day = blankToNull(typed.get("birthDay"));
        if (year == null) {
            if (month != null || day != null) {
                problems.add("birthYear", "casefile.problem.birth");
            }
            return null;
        }
        try {
            return new PartialDate(
                    Integer.parseInt(year),
                    month == null ? null : Integer.valueOf(month),
                    day == null ? null : Integer.valueOf(day),
                    typed.containsKey("birthEstimated"));
        } catch (DateTimeException | NumberFormatException impossible) {
            problems.add("birthYear", "casefile.problem.birth");
            return null;
        }
    }

    private static @Nullable String offered(
            Problems problems, String field, Map<String, String> typed, List<String> codes) {
        String value = blankToNull(typed.get(field));
        if (value != null && !codes.contains(value)) {
            problems.add(field, "shell.problem.not.offered");
        }
        return value;
    }

    private static Map<String, String> values(Person person) {
        var values = new LinkedHashMap<String, String>();
        for (PersonName name : person.names()) {
            put(values, name.script() + ".given", name.given());
            put(values, name.script() + ".father", name.father());
            put(values, name.script() + ".grandfather", name.grandfather());
            put(values, name.script() + ".family", name.family());
            put(values, name.script() + ".mother", name.mother());
        }
        PartialDate birth = person.birth();
        if (birth != null) {
            values.put("birthYear", Integer.toString(birth.year()));
            put(
                    values,
                    "birthMonth",
                    birth.month() == null ? null : birth.month().toString());
            put(values, "birthDay", birth.day() == null ? null : birth.day().toString());
            put(values, "birthEstimated", birth.estimated() ? "yes" : null);
        }
        values.put("ageNow", person.ageNow().code());
        values.put("ageAtExploitation", person.ageAtExploitation().code());
        put(values, "gender", person.gender());
        put(
                values,
                "nationality",
                person.nationalities().isEmpty() ? null : person.nationalities().getFirst());
        put(values, "language", person.language());
        put(values, "whereabouts", person.whereabouts());
        values.put("version", Integer.toString(person.version()));
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}") ? -1 : Integer.parseInt(text);
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "person");
        boolean editable = frame.card().isOpen() && frame.card().sees(Depth.SUMMARY);
        return pages.show(
                "casefile/person",
                new PersonPage(
                        frame,
                        form,
                        choices.ages(),
                        choices.genders(),
                        choices.countries(),
                        choices.languages(),
                        editable,
                        showsGender(viewer)));
    }
}
