package masar.casefile.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.Colleague;
import masar.access.Grant;
import masar.access.Restrictions;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Who can see this file, and why?" for those who hold it, with what closes it to others. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class SightPages {

    private static final int REVEALS = 50;

    private final SightDesk desk;
    private final GlassDesk glass;
    private final RevealBook reveals;
    private final CaseFrames frames;
    private final CaseNames names;
    private final CaseChoices choices;
    private final Pages pages;

    SightPages(
            SightDesk desk,
            GlassDesk glass,
            RevealBook reveals,
            CaseFrames frames,
            CaseNames names,
            CaseChoices choices,
            Pages pages) {
        this.desk = desk;
        this.glass = glass;
        this.reveals = reveals;
        this.frames = frames;
        this.names = names;
        this.choices = choices;
        this.pages = pages;
    }

    /** Who reads: a person, or an office (the organisation and the role). */
    public record Sight(
            @Nullable String person,
            @Nullable LocalizedText organisation,
            @Nullable String role,
            String depth,
            String act,
            String givenBy,
            Instant since,
            @Nullable Instant until) {}

    /** A conflict of interest that holds. */
    public record Conflict(UUID id, String who, LocalizedText organisation, LocalizedText reason, Instant since) {}

    /** An emergency opening or a reveal. */
    public record Look(
            UUID id,
            String person,
            LocalizedText organisation,
            LocalizedText reason,
            Instant at,
            @Nullable Instant until,
            @Nullable String finding,
            boolean reviewable) {}

    public record SightPage(
            CaseFrame frame,
            List<Sight> sights,
            List<Conflict> conflicts,
            List<Look> openings,
            List<Look> reveals,
            Filled form,
            List<Choice> reasons,
            List<Choice> organisations,
            boolean sealed,
            boolean guards,
            boolean supervises) {}

    @GetMapping("/cases/{id}/sight")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/sight/bar")
    ModelAndView bar(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String reason) {
        return act(viewer, id, "casefile.conflict.organisation", "casefile.done.barred", caseId -> {
            new Problems()
                    .oneOf("organisation", organisation, choices.organisationIds())
                    .oneOf("reason", reason, choices.tieCodes())
                    .refuseIfAny();
            desk.barOrganisation(viewer, caseId, UUID.fromString(organisation), reason);
        });
    }

    @PostMapping("/cases/{id}/sight/seal")
    ModelAndView seal(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "casefile.seal", "casefile.done.sealed", caseId -> desk.seal(viewer, caseId));
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/sight/unseal")
    ModelAndView unseal(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "casefile.unseal", "casefile.done.unsealed", caseId -> desk.unseal(viewer, caseId));
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/sight/glass/{opening}")
    ModelAndView review(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID opening,
            @RequestParam(defaultValue = "") String finding) {
        return act(viewer, id, "casefile.break-glass.review", "casefile.done.glass.reviewed", caseId -> {
            new Problems()
                    .oneOf("finding", finding, List.of("justified", "not-justified"))
                    .refuseIfAny();
            glass.review(viewer, opening, finding.equals("justified"));
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, String done, Consumer<CaseId> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> {
                    act.accept(caseId);
                    return "/cases/" + id + "/sight?done=" + done;
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "sight");
        var card = frame.card();
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner());
        boolean manages = card.manager().filter(viewer.account()::equals).isPresent();
        return pages.show(
                "casefile/sight",
                new SightPage(
                        frame,
                        desk.grants(viewer, id).stream().map(this::sight).toList(),
                        desk.bars(viewer, id).stream().map(this::conflict).toList(),
                        glass.of(viewer, id).stream()
                                .map(each -> look(viewer, each))
                                .toList(),
                        reveals.of(viewer, id, REVEALS).stream().map(this::look).toList(),
                        form,
                        choices.ties(),
                        choices.organisations(),
                        desk.isSealed(id),
                        supervises || manages,
                        supervises));
    }

    private Sight sight(Grant grant) {
        String[] reader = grant.reader().split(":");
        boolean office = reader[0].equals("office");
        UUID id = UUID.fromString(reader[1]);
        return new Sight(
                office ? null : names.person(id),
                office ? names.organisation(id) : organisationOf(id).orElse(null),
                office ? reader[2] : null,
                grant.depth().code(),
                grant.act(),
                names.person(grant.givenBy()),
                grant.givenAt(),
                grant.until().orElse(null));
    }

    private Optional<LocalizedText> organisationOf(UUID account) {
        return names.accounts().colleague(account).map(colleague -> names.organisation(colleague.organisation()));
    }

    private Conflict conflict(Restrictions.Bar bar) {
        UUID organisation = bar.organisation()
                .or(() -> bar.account()
                        .flatMap(account -> names.accounts().colleague(account).map(Colleague::organisation)))
                .orElseThrow();
        return new Conflict(
                bar.id(),
                bar.account().map(names::person).orElse(""),
                names.organisation(organisation),
                names.word("conflict-of-interest", bar.reason()),
                bar.declaredAt());
    }

    private Look look(Viewer viewer, GlassDesk.Opening opening) {
        return new Look(
                opening.id(),
                names.person(opening.account()),
                names.organisation(opening.organisation()),
                names.word("break-glass-reason", opening.reason()),
                opening.at(),
                opening.until(),
                opening.finding(),
                opening.awaits(viewer));
    }

    private Look look(RevealBook.Reveal reveal) {
        return new Look(
                new UUID(0, 0),
                names.person(reveal.account()),
                names.organisation(reveal.organisation()),
                names.word("reveal-reason", reveal.reason()),
                reveal.at(),
                null,
                null,
                false);
    }
}
