package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import masar.casefile.CaseCard;
import masar.casefile.CaseCode;
import masar.casefile.Cases;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
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

/** "Why can I, or can I not, see this file?", stepping back from it, and opening one in an emergency. */
@Controller
@Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR, Role.COORDINATOR, Role.FRONT_LINE_OFFICER})
public class GlassPages {

    private final GlassDesk desk;
    private final SightDesk sight;
    private final Cases cases;
    private final WhyDesk why;
    private final CaseNames names;
    private final CaseChoices choices;
    private final Pages pages;
    private final InstantSource clock;

    GlassPages(
            GlassDesk desk,
            SightDesk sight,
            Cases cases,
            WhyDesk why,
            CaseNames names,
            CaseChoices choices,
            Pages pages,
            InstantSource clock) {
        this.desk = desk;
        this.sight = sight;
        this.cases = cases;
        this.why = why;
        this.names = names;
        this.choices = choices;
        this.pages = pages;
        this.clock = clock;
    }

    /** One act that opened the case to the viewer or an office of theirs. */
    public record Reason(
            String depth,
            String act,
            @Nullable String role,
            String givenBy,
            Instant since,
            @Nullable Instant until) {}

    /** One opening as it is listed. */
    public record Line(
            UUID id,
            String code,
            String person,
            LocalizedText organisation,
            LocalizedText reason,
            Instant at,
            Instant reviewDueAt,
            @Nullable String finding,
            boolean overdue,
            boolean reviewable) {}

    /**
     * The page on one's own sight.
     *
     * @param card the case asked about, when it exists for the viewer
     * @param reasons the acts by which it does
     * @param mayBreak whether the viewer may open a file in an emergency
     */
    public record WhyPage(
            String code,
            @Nullable CaseCard card,
            List<Reason> reasons,
            Filled form,
            List<Choice> emergencies,
            List<Choice> ties,
            boolean mayBreak,
            List<Line> openings,
            int toReview,
            int overdue) {}

    @GetMapping("/sight")
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String code) {
        return page(viewer, code, Filled.empty());
    }

    @Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
    @PostMapping("/sight/break-glass")
    ModelAndView breakGlass(
            Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String emergency,
            @RequestParam(defaultValue = "") String sure) {
        return pages.act(
                new Subject("account", viewer.account()),
                "casefile.break-glass",
                () -> {
                    new Problems()
                            .required("code", code)
                            .oneOf("emergency", emergency, choices.codes("break-glass-reason"))
                            .oneOf("sure", sure, List.of("yes"))
                            .refuseIfAny();
                    Refused.unless(mayBreak(viewer), "casefile.refused.glass");
                    return "/cases/" + desk.breakGlass(viewer, code, emergency).value()
                            + "?done=casefile.done.glass.broken";
                },
                filled -> page(viewer, code, filled));
    }

    /** Where nobody else supervises, a coordinator reviews, by code, reason and times. */
    @Door(Role.COORDINATOR)
    @PostMapping("/sight/glass/{opening}")
    ModelAndView review(Viewer viewer, @PathVariable UUID opening, @RequestParam(defaultValue = "") String finding) {
        return pages.act(
                new Subject("account", viewer.account()),
                "casefile.break-glass.review",
                () -> {
                    new Problems()
                            .oneOf("finding", finding, List.of("justified", "not-justified"))
                            .refuseIfAny();
                    desk.review(viewer, opening, finding.equals("justified"));
                    return "/sight?done=casefile.done.glass.reviewed";
                },
                filled -> page(viewer, "", filled));
    }

    @PostMapping("/cases/{id}/step-back")
    ModelAndView stepBack(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String tie) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.conflict.own",
                () -> {
                    new Problems().oneOf("tie", tie, choices.tieCodes()).refuseIfAny();
                    sight.stepBack(viewer, caseId, tie);
                    return "/sight?done=casefile.done.stepped.back";
                },
                filled -> page(viewer, cases.card(viewer, caseId).code(), filled));
    }

    private static boolean mayBreak(Viewer viewer) {
        return viewer.organisationKind() != OrganisationKind.DETAINING
                && viewer.organisationKind() != OrganisationKind.POLICE
                && (viewer.holds(Role.IDENTIFICATION_OFFICER)
                        || viewer.holds(Role.CASE_MANAGER)
                        || viewer.holds(Role.SUPERVISOR));
    }

    private ModelAndView page(Viewer viewer, String code, Filled form) {
        var now = clock.instant();
        var card = code.isBlank() ? null : cases.byCode(viewer, code).orElse(null);
        var openings = desk.known(viewer).stream()
                .map(opening -> new Line(
                        opening.id(),
                        opening.code(),
                        names.person(opening.account()),
                        names.organisation(opening.organisation()),
                        names.word("break-glass-reason", opening.reason()),
                        opening.at(),
                        opening.reviewDueAt(),
                        opening.finding(),
                        opening.isOverdue(now),
                        opening.awaits(viewer) && viewer.holds(Role.COORDINATOR)))
                .toList();
        return pages.show(
                "casefile/why",
                new WhyPage(
                        code.isBlank() ? "" : CaseCode.format(CaseCode.tidy(code)),
                        card,
                        card == null ? List.of() : why.reasons(viewer, card.id()),
                        form,
                        choices.list("break-glass-reason"),
                        choices.ties(),
                        mayBreak(viewer),
                        openings,
                        (int) openings.stream()
                                .filter(line -> line.finding() == null)
                                .count(),
                        (int) openings.stream().filter(Line::overdue).count()));
    }
}
