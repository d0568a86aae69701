package masar.detention.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.detention.Detention;
import masar.detention.Detention.Release;
import masar.detention.Detentions;
import masar.detention.ProtectionRequests;
import masar.detention.internal.DetentionView.ActLine;
import masar.detention.internal.DetentionView.RequestLine;
import masar.detention.internal.DetentionView.StayLine;
import masar.shared.CaseId;
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

/** How the person of a case is held, what was done about it, and what was asked of authorities. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class DetentionPages {

    private static final int LONGEST_NOTE = 4000;

    private final Detentions detentions;
    private final ProtectionRequests requests;
    private final CaseFrames frames;
    private final DetentionView view;
    private final PackWords words;
    private final Pages pages;

    DetentionPages(
            Detentions detentions,
            ProtectionRequests requests,
            CaseFrames frames,
            DetentionView view,
            PackWords words,
            Pages pages) {
        this.detentions = detentions;
        this.requests = requests;
        this.frames = frames;
        this.view = view;
        this.words = words;
        this.pages = pages;
    }

    /**
     * The page of detention.
     *
     * @param current the detention that lasts, or null
     * @param phase before, during or after detention, as interviews say it; null when nothing is recorded
     * @param mayWrite whether the viewer writes here now
     */
    public record DetentionPage(
            CaseFrame frame,
            @Nullable StayLine current,
            @Nullable Choice phase,
            List<StayLine> earlier,
            List<ActLine> acts,
            List<RequestLine> requests,
            Filled form,
            List<Choice> outcomes,
            boolean mayWrite) {}

    /** The form by which a detention is recorded or changed; {@code address} is where it posts. */
    public record FormPage(
            CaseFrame frame,
            Filled form,
            String address,
            boolean isNew,
            List<Choice> kinds,
            List<Choice> facilities,
            List<Choice> reasons) {}

    @GetMapping("/cases/{id}/detention")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @GetMapping("/cases/{id}/detention/form")
    ModelAndView form(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        var known = detentions.current(viewer, caseId).map(DetentionForm::of).orElse(Filled.empty());
        return formPage(viewer, caseId, known);
    }

    @PostMapping("/cases/{id}/detention")
    ModelAndView record(Viewer viewer, @PathVariable UUID id, DetentionForm form) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "detention.recorded",
                () -> {
                    detentions.record(viewer, caseId, form.read(words));
                    return "/cases/" + id + "/detention?done=detention.done.recorded";
                },
                filled -> formPage(viewer, caseId, filled));
    }

    @PostMapping("/cases/{id}/detention/{stay}")
    ModelAndView change(Viewer viewer, @PathVariable UUID id, @PathVariable UUID stay, DetentionForm form) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "detention.changed",
                () -> {
                    detentions.change(viewer, caseId, stay, form.read(words), form.versionRead());
                    return "/cases/" + id + "/detention?done=detention.done.recorded";
                },
                filled -> formPage(viewer, caseId, overtaken(viewer, caseId, filled)));
    }

    /** Told that somebody else was quicker, one may look again and send. */
    private Filled overtaken(Viewer viewer, CaseId id, Filled filled) {
        return detentions
                .current(viewer, id)
                .filter(known -> filled.isOvertaken())
                .map(known -> filled.replacing("version", Integer.toString(known.version())))
                .orElse(filled);
    }

    @PostMapping("/cases/{id}/detention/{stay}/review")
    ModelAndView review(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID stay,
            @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "detention.reviewed", () -> {
            new Problems()
                    .required("note", note)
                    .atMost("note", note, LONGEST_NOTE)
                    .refuseIfAny();
            detentions.review(viewer, new CaseId(id), stay, note.strip());
            return "detention.done.reviewed";
        });
    }

    @PostMapping("/cases/{id}/detention/{stay}/release")
    ModelAndView release(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID stay,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String toWhom) {
        return act(viewer, id, "detention.released", () -> {
            var problems = new Problems()
                    .required("on", on)
                    .oneOf("outcome", outcome, words.codes("release-outcome"))
                    .atMost("toWhom", toWhom, LONGEST_NOTE);
            LocalDate day = problems.day("on", on);
            problems.refuseIfAny();
            String whom = toWhom.isBlank() ? null : toWhom.strip();
            detentions.release(
                    viewer, new CaseId(id), stay, new Release(day == null ? LocalDate.EPOCH : day, outcome, whom));
            return "detention.done.released";
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Supplier<String> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> "/cases/" + id + "/detention?done=" + act.get(),
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "detention");
        var stays = detentions.of(viewer, id);
        var lines = stays.stream().map(view::line).toList();
        return pages.show(
                "detention/detention",
                new DetentionPage(
                        frame,
                        lines.stream()
                                .filter(line -> line.detention().isHeld())
                                .findFirst()
                                .orElse(null),
                        view.phase(stays).orElse(null),
                        lines.stream()
                                .filter(line -> !line.detention().isHeld())
                                .toList(),
                        detentions.acts(viewer, id).stream().map(view::line).toList(),
                        requests.of(viewer, id).stream().map(view::line).toList(),
                        form,
                        words.list("release-outcome"),
                        DetentionDesk.mayWrite(viewer, frame.card())));
    }

    private ModelAndView formPage(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "detention");
        var current = detentions.current(viewer, id).map(Detention::id);
        String address = "/cases/" + id.value() + "/detention";
        return pages.show(
                "detention/form",
                new FormPage(
                        frame,
                        form,
                        current.map(stay -> address + "/" + stay).orElse(address),
                        current.isEmpty(),
                        words.list("facility-kind"),
                        words.facilities(),
                        words.list("detention-reason")));
    }
}
