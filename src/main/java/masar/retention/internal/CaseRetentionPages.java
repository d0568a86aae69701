package masar.retention.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.Depth;
import masar.casefile.CaseAlerts;
import masar.casefile.CaseCard;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.retention.RetentionRule;
import masar.retention.internal.DeletionBook.Deletion;
import masar.retention.internal.HoldBook.Hold;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How long this case is kept, what holds it, and the first step of its end. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR, Role.COORDINATOR})
public class CaseRetentionPages {

    private static final int LONGEST = 2000;

    private final HoldDesk holds;
    private final DeletionDesk deletions;
    private final RetentionRules rules;
    private final RetentionWords words;
    private final CaseFrames frames;
    private final Pages pages;

    CaseRetentionPages(
            HoldDesk holds,
            DeletionDesk deletions,
            RetentionRules rules,
            RetentionWords words,
            CaseFrames frames,
            Pages pages) {
        this.holds = holds;
        this.deletions = deletions;
        this.rules = rules;
        this.words = words;
        this.frames = frames;
        this.pages = pages;
    }

    /** A legal hold as it is drawn. */
    public record HoldLine(
            UUID id,
            LocalizedText ground,
            String reason,
            String reference,
            LocalizedText organisation,
            String person,
            Instant at,
            @Nullable Instant liftedAt,
            String lifting,
            boolean liftable) {}

    /**
     * The page of a case.
     *
     * @param over when the period is over; null while it does not run
     * @param obstacles why the case cannot be erased now: message keys
     */
    public record CaseRetentionPage(
            CaseFrame frame,
            RetentionRule rule,
            @Nullable Instant over,
            List<String> obstacles,
            List<HoldLine> holds,
            @Nullable Deletion proposal,
            Filled form,
            List<Choice> grounds,
            List<Choice> reasons,
            boolean mayHold,
            boolean mayPropose) {}

    @Bean
    static CaseTab retentionTab() {
        return new CaseTab(
                "retention.tab",
                "retention",
                97,
                (viewer, card) ->
                        card.sees(Depth.FULL) && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.SUPERVISOR))
                                || viewer.holds(Role.COORDINATOR));
    }

    @Bean
    static CaseAlerts heldAlert(HoldDesk holds) {
        return (viewer, card) -> (card.sees(Depth.FULL) || viewer.holds(Role.COORDINATOR))
                        && holds.standing(card.id()).isPresent()
                ? List.of(new CaseFrame.Alert("retention.alert.held", List.of(), false))
                : List.of();
    }

    @GetMapping("/cases/{id}/retention")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR})
    @PostMapping("/cases/{id}/retention/holds")
    ModelAndView hold(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String reference) {
        return act(viewer, id, "retention.hold", "retention.done.held", caseId -> {
            new Problems()
                    .oneOf("ground", ground, words.codes("legal-hold-ground"))
                    .required("why", why)
                    .atMost("why", why, LONGEST)
                    .required("reference", reference)
                    .atMost("reference", reference, 200)
                    .refuseIfAny();
            holds.place(viewer, caseId, ground, why.strip(), reference.strip());
        });
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR})
    @PostMapping("/cases/{id}/retention/holds/{hold}/lifting")
    ModelAndView lift(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID hold,
            @RequestParam(defaultValue = "") String lifting) {
        return act(viewer, id, "retention.hold.lift", "retention.done.lifted", caseId -> {
            new Problems()
                    .required("lifting", lifting)
                    .atMost("lifting", lifting, LONGEST)
                    .refuseIfAny();
            holds.lift(viewer, caseId, hold, lifting.strip());
        });
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/retention/proposal")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "retention.propose", "retention.done.proposed", caseId -> {
            new Problems()
                    .oneOf("reason", reason, words.codes("deletion-reason"))
                    .required("note", note)
                    .atMost("note", note, LONGEST)
                    .refuseIfAny();
            deletions.propose(viewer, caseId.subject(), reason, note.strip());
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, String done, Consumer<CaseId> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> {
                    act.accept(caseId);
                    return "/cases/" + id + "/retention?done=" + done;
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "retention");
        var ended = deletions.ended(id.subject()).orElse(null);
        var obstacles = deletions.obstacles(id.subject());
        var proposal = deletions.standing(id.subject()).orElse(null);
        boolean supervises = viewer.holds(Role.SUPERVISOR)
                && viewer.organisation().equals(frame.card().owner());
        return pages.show(
                "retention/of_case",
                new CaseRetentionPage(
                        frame,
                        rules.of(ended == null ? RetentionRules.CLOSED_CASE : ended.recordClass()),
                        ended == null ? null : deletions.over(Objects.requireNonNull(ended)),
                        obstacles,
                        holds.on(viewer, id).stream()
                                .map(hold -> line(viewer, frame.card(), hold))
                                .toList(),
                        proposal,
                        form,
                        words.list("legal-hold-ground"),
                        words.list("deletion-reason"),
                        HoldDesk.mayHold(viewer, frame.card()),
                        supervises && obstacles.isEmpty() && proposal == null));
    }

    /** Who coordinates knows that a hold stands and on which ground; its words are for the owner and for who placed it. */
    private HoldLine line(Viewer viewer, CaseCard card, Hold hold) {
        boolean own = hold.organisation().equals(viewer.organisation());
        boolean reads = own || card.sees(Depth.FULL);
        return new HoldLine(
                hold.id(),
                words.word("legal-hold-ground", hold.ground()),
                reads ? hold.reason() : "",
                reads ? hold.reference() : "–",
                words.organisation(hold.organisation()),
                words.person(hold.placedBy()),
                hold.placedAt(),
                hold.liftedAt(),
                reads ? hold.lifting() : "",
                hold.stands() && own);
    }
}
