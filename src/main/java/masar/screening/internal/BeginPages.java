package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.AgeStatus;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Before an interview: it is explained, the ground is recorded, and the conditions are written down. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
public class BeginPages {

    private static final List<String> YES_NO = List.of("yes", "no");
    private static final String SAFETY = "safety-now";
    private static final String SAFETY_FIELD = "safety";
    private static final List<String> PRIVACY = List.of("yes", "no", "unknown");

    private final BeginDesk desk;
    private final Wording wording;
    private final CaseFrames frames;
    private final Pages pages;

    BeginPages(BeginDesk desk, Wording wording, CaseFrames frames, Pages pages) {
        this.desk = desk;
        this.wording = wording;
        this.frames = frames;
        this.pages = pages;
    }

    /**
     * The page before the first question.
     *
     * @param ageKnown the age now that is recorded already, null while it is to be said here
     */
    public record BeginPage(
            CaseFrame frame,
            Filled form,
            List<Choice> safety,
            List<Choice> needs,
            @Nullable AgeStatus ageKnown,
            List<Choice> ages,
            List<Choice> grounds,
            List<Choice> languages,
            List<Choice> phases,
            List<Choice> people) {}

    @GetMapping("/cases/{id}/interviews/new")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/interviews/new")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "screening.interview.begin",
                () -> {
                    if (waits(typed)) {
                        List<String> needs = typed.getOrDefault("need", List.of());
                        checkNeeds(needs).refuseIfAny();
                        desk.waits(viewer, caseId, needs);
                        return "/cases/" + id + "/urgent-needs?done=screening.done.safety";
                    }
                    check(typed).refuseIfAny();
                    UUID interview = desk.begin(viewer, caseId, conditions(typed), ground(typed));
                    return "/interviews/" + interview + "/sections";
                },
                filled -> page(viewer, caseId, filled));
    }

    private boolean waits(MultiValueMap<String, String> typed) {
        String safety = first(typed, SAFETY_FIELD);
        return !safety.equals(BeginDesk.SAFE) && wording.codes(SAFETY).contains(safety);
    }

    private Problems checkNeeds(List<String> needs) {
        var problems = new Problems();
        if (needs.isEmpty()) {
            problems.add("need", "screening.problem.need");
        }
        needs.forEach(need -> problems.oneOf("need", need, UrgentNeedDesk.offered(wording)));
        return problems;
    }

    private Problems check(MultiValueMap<String, String> typed) {
        String ground = first(typed, "ground");
        var problems = new Problems()
                .oneOf(SAFETY_FIELD, first(typed, SAFETY_FIELD), wording.codes(SAFETY))
                .oneOf("ground", ground, wording.codes("legal-ground"))
                .oneOf(
                        "language",
                        first(typed, "language"),
                        wording.languages().stream().map(Choice::value).toList())
                .oneOf("interpreter", first(typed, "interpreter"), YES_NO)
                .oneOf("privacy", first(typed, "privacy"), PRIVACY)
                .oneOf("phase", first(typed, "phase"), wording.codes("interview-phase"))
                .required("place", first(typed, "place"))
                .atMost("place", first(typed, "place"), 200)
                .atMost("reason", first(typed, "reason"), 2000);
        if (typed.containsKey("ageNow")) {
            problems.oneOf("ageNow", first(typed, "ageNow"), wording.codes("age-status"));
        }
        typed.getOrDefault("present", List.of())
                .forEach(code -> problems.oneOf("present", code, wording.codes("person-present")));
        if (BeginDesk.isConsent(ground)) {
            if (first(typed, "explained").isEmpty()) {
                problems.add("explained", "screening.problem.explained");
            }
        } else if (!ground.isEmpty()) {
            problems.required("reason", first(typed, "reason"));
        }
        return problems;
    }

    private static Conditions conditions(MultiValueMap<String, String> typed) {
        return new Conditions(
                first(typed, "language"),
                first(typed, "interpreter").equals("yes"),
                first(typed, "place"),
                first(typed, "phase"),
                typed.getOrDefault("present", List.of()),
                first(typed, "privacy"));
    }

    private static BeginDesk.Ground ground(MultiValueMap<String, String> typed) {
        String age = first(typed, "ageNow");
        return new BeginDesk.Ground(
                first(typed, "ground"),
                first(typed, "reason"),
                age.isEmpty() ? AgeStatus.UNKNOWN : AgeStatus.of(age),
                first(typed, SAFETY_FIELD));
    }

    private List<Choice> needs() {
        var offered = UrgentNeedDesk.offered(wording);
        return wording.list("urgent-need").stream()
                .filter(choice -> offered.contains(choice.value()))
                .toList();
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "screening");
        Refused.unless(
                frame.card().sees(Depth.SUMMARY) && desk.opening(viewer, id) != Opening.CLOSED,
                "screening.refused.not.yours");
        AgeStatus age = desk.ageNow(viewer, id);
        return pages.show(
                "screening/begin",
                new BeginPage(
                        frame,
                        form,
                        wording.list(SAFETY),
                        needs(),
                        age == AgeStatus.UNKNOWN ? null : age,
                        wording.list("age-status"),
                        wording.list("legal-ground"),
                        wording.languages(),
                        wording.list("interview-phase"),
                        wording.list("person-present")));
    }
}
