package masar.casefile.internal;

import java.util.List;
import java.util.UUID;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page before the identity of a person is shown, and the act that shows it. */
@Controller
@Door(
        value = {Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR},
        fresh = true)
public class RevealPages {

    private final RevealBook reveals;
    private final CaseFrames frames;
    private final CaseChoices choices;
    private final Pages pages;

    RevealPages(RevealBook reveals, CaseFrames frames, CaseChoices choices, Pages pages) {
        this.reveals = reveals;
        this.frames = frames;
        this.choices = choices;
        this.pages = pages;
    }

    /** The page before the identity is shown. */
    public record HiddenPage(CaseFrame frame, Filled form, List<Choice> reasons) {}

    @PostMapping("/cases/{id}/person/reveal")
    ModelAndView reveal(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.reveal",
                () -> {
                    new Problems()
                            .oneOf("reason", reason, choices.codes("reveal-reason"))
                            .refuseIfAny();
                    reveals.reveal(viewer, caseId, reason);
                    return "/cases/" + id + "/person";
                },
                filled -> page(viewer, caseId, filled));
    }

    boolean isShown(Viewer viewer, CaseId id) {
        return reveals.isShown(viewer, id);
    }

    void refuseUnlessShown(Viewer viewer, CaseId id) {
        Refused.unless(isShown(viewer, id), "casefile.refused.hidden");
    }

    ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "person");
        return pages.show("casefile/hidden", new HiddenPage(frame, form, choices.list("reveal-reason")));
    }
}
