package masar.identification.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.directory.Directory;
import masar.identification.Identifications;
import masar.identification.ReviewState;
import masar.identification.Reviews.Review;
import masar.identification.VictimStatus;
import masar.identification.internal.ReviewDesk.Chance;
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

/** Reviews of unfavourable decisions: asking, and deciding anew or not. */
@Controller
@Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class ReviewPages {

    private static final int LONGEST = 8000;
    private static final String UPHELD = "upheld";

    private final ReviewDesk desk;
    private final Identifications identifications;
    private final Competence competence;
    private final CaseFrames frames;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    ReviewPages(
            ReviewDesk desk,
            Identifications identifications,
            Competence competence,
            CaseFrames frames,
            Directory directory,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.identifications = identifications;
        this.competence = competence;
        this.frames = frames;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** A review as it is drawn. */
    public record Line(Review review, LocalizedText decides, String who, boolean mayDecide, boolean mayWithdraw) {}

    /** The page; chance is null while there is nothing to ask for, or the viewer may not ask. */
    public record ReviewsPage(
            CaseFrame frame, List<Line> lines, @Nullable Chance chance, List<Choice> outcomes, Filled form) {}

    @GetMapping("/cases/{id}/reviews")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/cases/{id}/reviews")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String grounds) {
        return act(viewer, id, "asked", "grounds", grounds, () -> desk.ask(viewer, new CaseId(id), grounds.strip()));
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/cases/{id}/reviews/{review}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID review) {
        return act(viewer, id, "withdrawn", "", "-", () -> desk.withdraw(viewer, review));
    }

    @Door(value = Role.IDENTIFICATION_OFFICER, fresh = true)
    @PostMapping("/cases/{id}/reviews/{review}/decision")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID review,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reasons) {
        return act(viewer, id, "decided", "reasons", reasons, () -> {
            new Problems()
                    .oneOf("outcome", outcome, List.of(UPHELD, "presumed", "confirmed"))
                    .refuseIfAny();
            if (outcome.equals(UPHELD)) {
                desk.uphold(viewer, review, reasons.strip());
            } else {
                desk.change(viewer, review, VictimStatus.of(outcome), reasons.strip());
            }
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, String field, String words, Runnable act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "identification.review." + what,
                () -> {
                    new Problems()
                            .required(field, words)
                            .atMost(field, words, LONGEST)
                            .refuseIfAny();
                    act.run();
                    return "/cases/" + id + "/reviews?done=identification.done.review";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "identification");
        Refused.unless(frame.card().sees(Depth.SUMMARY), "shell.refused.not.found");
        boolean manages =
                frame.card().manager().filter(viewer.account()::equals).isPresent();
        var lines = desk.of(viewer, id).stream()
                .map(review -> line(viewer, review, manages))
                .toList();
        return pages.show(
                "identification/reviews",
                new ReviewsPage(
                        frame,
                        lines,
                        manages && frame.card().isOpen()
                                ? desk.chance(viewer, id).orElse(null)
                                : null,
                        outcomes(identifications.status(viewer, id)),
                        form));
    }

    private Line line(Viewer viewer, Review review, boolean manages) {
        boolean waits = review.state() == ReviewState.ASKED;
        return new Line(
                review,
                directory.organisation(review.decides()).orElseThrow().name(),
                review.decidedBy()
                        .flatMap(accounts::colleague)
                        .map(Colleague::name)
                        .orElse("–"),
                waits && competence.mayDecide(viewer) && viewer.organisation().equals(review.decides()),
                waits && manages);
    }

    private static List<Choice> outcomes(VictimStatus status) {
        var outcomes = new ArrayList<Choice>();
        outcomes.add(Choice.said(UPHELD, "identification.review.upheld"));
        for (VictimStatus next : List.of(VictimStatus.PRESUMED, VictimStatus.CONFIRMED)) {
            if (status.mayBecome(next)) {
                outcomes.add(Choice.said(next.code(), "identification.choice." + next.code()));
            }
        }
        return List.copyOf(outcomes);
    }
}
