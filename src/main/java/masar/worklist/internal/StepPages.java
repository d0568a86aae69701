package masar.worklist.internal;

import java.util.List;
import java.util.UUID;
import masar.country.Clock;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import masar.worklist.Deadlines;
import masar.worklist.OpenStep;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One step that waits, for whoever must do it or was told: who was told so far, and "I have seen it, I act until". */
@Controller
@Door
public class StepPages {

    private final Deadlines deadlines;
    private final Pages pages;

    StepPages(Deadlines deadlines, Pages pages) {
        this.deadlines = deadlines;
        this.pages = pages;
    }

    /** A step, and the times among which one chooses. */
    public record StepPage(OpenStep step, List<Choice> times, Filled form) {}

    @GetMapping("/worklist/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @PostMapping("/worklist/{id}/acknowledgement")
    ModelAndView acknowledge(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String until) {
        return pages.act(
                new Subject("task", id),
                "worklist.acknowledge",
                () -> {
                    var offered = deadlines.choices().stream().map(Clock::key).toList();
                    new Problems().oneOf("until", until, offered).refuseIfAny();
                    deadlines.acknowledge(viewer, id, until);
                    return "/worklist/" + id + "?done=worklist.done.acknowledged";
                },
                filled -> page(viewer, id, filled));
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        var times = deadlines.choices().stream()
                .map(clock -> Choice.of(clock.key(), clock.name()))
                .toList();
        return pages.show("worklist/step", new StepPage(deadlines.step(viewer, id), times, form));
    }
}
