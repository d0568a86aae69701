package masar.identification.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.country.Countries;
import masar.country.Word;
import masar.identification.Identifications;
import masar.identification.Identifications.ReflectionPeriod;
import masar.identification.internal.ReflectionBook.Change;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Recovery and reflection: what it stands against, how long it lasts, and the acts that change that. */
@Controller
@Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class ReflectionPages {

    private static final int LONGEST = 4000;
    private static final String END_REASONS = "reflection-end-reason";

    private final ReflectionDesk desk;
    private final Identifications identifications;
    private final Competence competence;
    private final CaseFrames frames;
    private final Countries countries;
    private final Accounts accounts;
    private final Pages pages;

    ReflectionPages(
            ReflectionDesk desk,
            Identifications identifications,
            Competence competence,
            CaseFrames frames,
            Countries countries,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.identifications = identifications;
        this.competence = competence;
        this.frames = frames;
        this.countries = countries;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** Something done to the period, as it is drawn; reason is null where there is none. */
    public record Line(Change change, @Nullable LocalizedText reason, String who) {}

    /** What this viewer may do now. */
    public record May(boolean extend, boolean prepare, boolean endAtWish, boolean proposeEnd, boolean answerEnd) {}

    /** The page; the period is null while there was none. */
    public record ReflectionPage(
            CaseFrame frame,
            @Nullable ReflectionPeriod period,
            boolean runs,
            List<Word> suspends,
            List<Line> lines,
            List<Choice> reasons,
            May may,
            Filled form) {}

    @GetMapping("/cases/{id}/reflection")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.IDENTIFICATION_OFFICER)
    @PostMapping("/cases/{id}/reflection/extension")
    ModelAndView extend(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason) {
        return act(viewer, id, "extended", "reason", reason, (caseId, text) -> {
            var day = day(until);
            if (day == null) {
                new Problems().add("until", "identification.problem.day").refuseIfAny();
            } else {
                desk.extend(viewer, caseId, day, text);
            }
        });
    }

    @Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
    @PostMapping("/cases/{id}/reflection/preparation")
    ModelAndView prepared(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "prepared", "note", note, (caseId, text) -> desk.prepared(viewer, caseId, text));
    }

    @Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER})
    @PostMapping("/cases/{id}/reflection/end")
    ModelAndView endAtOwnWish(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String wish) {
        return act(viewer, id, "ended", "wish", wish, (caseId, text) -> desk.endAtOwnWish(viewer, caseId, text));
    }

    @Door(Role.IDENTIFICATION_OFFICER)
    @PostMapping("/cases/{id}/reflection/end-proposal")
    ModelAndView proposeEnd(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String why) {
        return act(viewer, id, "end-proposed", "why", why, (caseId, text) -> {
            new Problems().oneOf("ground", ground, codes()).refuseIfAny();
            desk.proposeEnd(viewer, caseId, ground, text);
        });
    }

    @Door({Role.IDENTIFICATION_OFFICER, Role.SUPERVISOR})
    @PostMapping("/cases/{id}/reflection/end-answer")
    ModelAndView answerEnd(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String answerNote) {
        return act(viewer, id, "end-answered", "answerNote", answerNote, (caseId, text) -> {
            new Problems().oneOf("answer", answer, List.of("yes", "no")).refuseIfAny();
            desk.answerEnd(viewer, caseId, answer.equals("yes"), text);
        });
    }

    private ModelAndView act(
            Viewer viewer, UUID id, String what, String field, String words, BiConsumer<CaseId, String> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "identification.reflection." + what,
                () -> {
                    new Problems()
                            .required(field, words)
                            .atMost(field, words, LONGEST)
                            .refuseIfAny();
                    act.accept(caseId, words.strip());
                    return "/cases/" + id + "/reflection?done=identification.done.reflection";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "identification");
        Refused.unless(frame.card().sees(Depth.SUMMARY), "shell.refused.not.found");
        var period = identifications.reflection(viewer, id).orElse(null);
        boolean runs = period != null && period.runs(competence.now());
        var reasons = countries.current().wordList(END_REASONS);
        var lines = period == null
                ? List.<Line>of()
                : desk.changes(viewer, id, period).stream()
                        .map(change -> new Line(
                                change,
                                change.reason().isEmpty() ? null : reasons.text(change.reason()),
                                accounts.colleague(change.account())
                                        .map(Colleague::name)
                                        .orElse("–")))
                        .toList();
        return pages.show(
                "identification/reflection",
                new ReflectionPage(
                        frame,
                        period,
                        runs,
                        countries.current().wordList("reflection-suspends").words(),
                        lines,
                        choices(),
                        runs && period != null
                                ? may(viewer, frame, period)
                                : new May(false, false, false, false, false),
                        form));
    }

    private May may(Viewer viewer, CaseFrame frame, ReflectionPeriod period) {
        boolean decides = competence.mayDecide(viewer);
        boolean owns = frame.card().manager().filter(viewer.account()::equals).isPresent();
        Optional<Change> proposal = desk.proposal(frame.card().id(), period);
        boolean answers = proposal.isPresent()
                && desk.maySecond(viewer, frame.card())
                && !proposal.get().account().equals(viewer.account());
        return new May(decides, decides || owns, decides || owns, decides && proposal.isEmpty(), answers);
    }

    private List<Choice> choices() {
        return countries.current().wordList(END_REASONS).words().stream()
                .filter(word -> !word.code().equals(ReflectionDesk.OWN_WISH))
                .map(word -> Choice.of(word.code(), word.text()))
                .toList();
    }

    private List<String> codes() {
        return choices().stream().map(Choice::value).toList();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
