package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.internal.LeavingDesk.Left;
import masar.casefile.internal.LeavingDesk.Walked;
import masar.procedure.Departure.Why;
import masar.procedure.Passed;
import masar.procedure.Station;
import masar.procedure.Step;
import masar.procedure.WayDiagram;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import masar.worklist.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How far a case has come on the way of its edition, as a drawing and as a list; and leaving the way by exception. */
@Controller
@Door
public class WayPages {

    private static final int LONGEST_NOTE = 4000;

    private final LeavingDesk desk;
    private final CaseFrames frames;
    private final LeavingChoices choices;
    private final Pages pages;
    private final InstantSource clock;

    WayPages(LeavingDesk desk, CaseFrames frames, LeavingChoices choices, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.frames = frames;
        this.choices = choices;
        this.pages = pages;
        this.clock = clock;
    }

    /** A station with its steps. */
    public record Stretch(Station station, List<StepLine> steps) {}

    /**
     * A step of the edition as this case stands to it.
     *
     * @param state {@code late}, {@code open}, {@code done} or {@code ahead}
     * @param due the earliest due time of what is open
     */
    public record StepLine(
            Step step, String state, @Nullable Instant due, List<Done> done) {}

    /** @param outcome null for who may not see it */
    public record Done(Instant at, @Nullable LocalizedText outcome, boolean inTurn) {}

    /** @param leaves whether the reader may leave the way by exception */
    public record WayPage(
            CaseFrame frame, WayDiagram diagram, List<Stretch> stretches, List<Left> departures, boolean leaves) {}

    /** The form by which somebody leaves the way. */
    public record LeavingPage(
            CaseFrame frame, Filled form, List<Choice> what, List<Choice> organisations, List<Choice> reasons) {}

    @GetMapping("/cases/{id}/way")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        var frame = frames.frame(viewer, caseId, "way");
        var walked = desk.walked(viewer, caseId);
        var lines = new LinkedHashMap<String, StepLine>();
        frame.way().edition().steps().values().forEach(step -> lines.put(step.key(), line(frame, step, walked)));
        var states = new LinkedHashMap<String, String>();
        lines.forEach((step, line) -> {
            if (!line.state().equals("ahead")) {
                states.put(step, line.state());
            }
        });
        var stretches = frame.way().edition().stations().stream()
                .map(station -> new Stretch(
                        station,
                        lines.values().stream()
                                .filter(line -> line.step().station().equals(station.key()))
                                .toList()))
                .toList();
        return pages.show(
                "casefile/way",
                new WayPage(
                        frame,
                        new WayDiagram(frame.way().edition(), states),
                        stretches,
                        walked.left(),
                        desk.mayLeave(viewer, frame.card())));
    }

    private StepLine line(CaseFrame frame, Step step, Walked walked) {
        var open = frame.way().open().stream()
                .filter(task -> task.step().equals(step.key()))
                .map(Task::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
        var done = walked.passed().stream()
                .filter(passed -> passed.step().equals(step.key()))
                .map(passed -> done(frame, passed))
                .toList();
        String state = done.isEmpty() ? "ahead" : "done";
        if (open != null) {
            state = open.isBefore(clock.instant()) ? "late" : "open";
        }
        return new StepLine(step, state, open, done);
    }

    private static Done done(CaseFrame frame, Passed passed) {
        Map<String, LocalizedText> outcomes = frame.way().edition().outcomes();
        var outcome = frame.card().sees(Depth.SUMMARY) ? outcomes.get(passed.outcome()) : null;
        return new Done(passed.at(), outcome, passed.inTurn());
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR})
    @GetMapping("/cases/{id}/departure")
    ModelAndView leaving(Viewer viewer, @PathVariable UUID id) {
        return leaving(viewer, new CaseId(id), Filled.empty());
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR})
    @PostMapping("/cases/{id}/departure")
    ModelAndView leave(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.departure",
                () -> {
                    var way = frames.frame(viewer, caseId, "way").way();
                    var problems = new Problems()
                            .oneOf("what", what, values(choices.what(way)))
                            .oneOf("reason", reason, values(choices.reasons()))
                            .required("note", note)
                            .atMost("note", note, LONGEST_NOTE);
                    if (!organisation.isEmpty()) {
                        problems.oneOf("organisation", organisation, values(choices.organisations()));
                    }
                    problems.refuseIfAny();
                    desk.leave(viewer, caseId, what, organisation, new Why(reason, note.strip()));
                    return "/cases/" + id + "/way?done=casefile.done.departure";
                },
                filled -> leaving(viewer, caseId, filled));
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    private ModelAndView leaving(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "way");
        desk.refuseUnlessMayLeave(viewer, frame.card());
        return pages.show(
                "casefile/leaving",
                new LeavingPage(frame, form, choices.what(frame.way()), choices.organisations(), choices.reasons()));
    }
}
