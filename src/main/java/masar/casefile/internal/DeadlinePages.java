package masar.casefile.internal;

import java.util.List;
import java.util.UUID;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.shared.CaseId;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import masar.worklist.Deadlines;
import masar.worklist.OpenStep;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The open steps of a case: whose turn it is, by when, who was told that it waits, and who said that they act. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR, Role.COORDINATOR})
public class DeadlinePages {

    private final CaseFrames frames;
    private final Deadlines deadlines;
    private final Pages pages;

    DeadlinePages(CaseFrames frames, Deadlines deadlines, Pages pages) {
        this.frames = frames;
        this.deadlines = deadlines;
        this.pages = pages;
    }

    /** The page of deadlines. */
    public record DeadlinePage(CaseFrame frame, List<OpenStep> steps) {}

    @Bean
    static CaseTab deadlinesTab() {
        return new CaseTab("casefile.tab.deadlines", "deadlines", 5, (viewer, card) -> true);
    }

    @GetMapping("/cases/{id}/deadlines")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        var frame = frames.frame(viewer, caseId, "deadlines");
        return pages.show("casefile/deadlines", new DeadlinePage(frame, deadlines.on(viewer, caseId.subject())));
    }
}
