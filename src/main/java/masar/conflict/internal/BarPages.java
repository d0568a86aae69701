package masar.conflict.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Colleague;
import masar.access.Restrictions;
import masar.access.Restrictions.Bar;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.Recusals;
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

/** One conflict of interest, before a supervisor of the owner leaves it or lifts it. */
@Controller
@Door(Role.SUPERVISOR)
public class BarPages {

    private final Recusals recusals;
    private final Restrictions restrictions;
    private final CaseFrames frames;
    private final Words words;
    private final Pages pages;

    BarPages(Recusals recusals, Restrictions restrictions, CaseFrames frames, Words words, Pages pages) {
        this.recusals = recusals;
        this.restrictions = restrictions;
        this.frames = frames;
        this.words = words;
        this.pages = pages;
    }

    /**
     * A conflict that holds.
     *
     * @param person who may not see the file; null when it is a whole organisation
     * @param found whether Masar found it by itself
     */
    public record BarPage(
            CaseFrame frame,
            UUID id,
            @Nullable String person,
            LocalizedText organisation,
            LocalizedText reason,
            Instant since,
            boolean found,
            Filled form,
            List<Choice> reasons) {}

    @GetMapping("/cases/{id}/conflicts/{bar}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable UUID bar) {
        return page(viewer, new CaseId(id), bar, Filled.empty());
    }

    @PostMapping("/cases/{id}/conflicts/{bar}/keep")
    ModelAndView keep(Viewer viewer, @PathVariable UUID id, @PathVariable UUID bar) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.conflict.keep",
                () -> {
                    recusals.keep(viewer, caseId, bar);
                    return "/cases/" + id + "/sight?done=conflict.done.kept";
                },
                filled -> page(viewer, caseId, bar, filled));
    }

    @PostMapping("/cases/{id}/conflicts/{bar}/lift")
    ModelAndView lift(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID bar,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.conflict.lift",
                () -> {
                    new Problems()
                            .oneOf("reason", reason, words.codes("bar-lifted"))
                            .oneOf("sure", sure, List.of("yes"))
                            .refuseIfAny();
                    recusals.lift(viewer, caseId, bar, reason);
                    return "/cases/" + id + "/sight?done=casefile.done.bar.lifted";
                },
                filled -> page(viewer, caseId, bar, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, UUID bar, Filled form) {
        var frame = frames.frame(viewer, id, "sight");
        Refused.unless(viewer.organisation().equals(frame.card().owner()), "shell.refused.not.found");
        var shown = restrictions.bars(viewer, id.subject()).stream()
                .filter(each -> each.id().equals(bar))
                .findFirst()
                .orElseThrow(Refused::notFound);
        return pages.show(
                "conflict/bar",
                new BarPage(
                        frame,
                        bar,
                        shown.account().map(words::person).orElse(null),
                        words.organisation(organisation(shown).orElseThrow(Refused::notFound)),
                        words.word("conflict-of-interest", shown.reason()),
                        shown.declaredAt(),
                        shown.reason().startsWith("found-"),
                        form,
                        words.list("bar-lifted")));
    }

    private Optional<UUID> organisation(Bar bar) {
        return bar.organisation()
                .or(() -> bar.account()
                        .flatMap(account -> words.accounts().colleague(account))
                        .map(Colleague::organisation));
    }
}
