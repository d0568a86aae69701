package masar.casefile.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import masar.access.Accounts;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.internal.ClosureBook.ClosureLine;
import masar.country.Countries;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closing a case and reopening it. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class ClosurePages {

    private static final int LONGEST_NOTE = 4000;
    private static final List<String> CONTACTS = List.of("agreed", "guardian-agreed", "refused", "not-asked");

    private final ClosureDesk desk;
    private final CaseFrames frames;
    private final CaseChoices choices;
    private final Countries countries;
    private final Accounts accounts;
    private final Pages pages;

    ClosurePages(
            ClosureDesk desk,
            CaseFrames frames,
            CaseChoices choices,
            Countries countries,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.frames = frames;
        this.choices = choices;
        this.countries = countries;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** One line of the history. */
    public record Line(ClosureLine line, LocalizedText reason, String who) {}

    /** The page of closure; the acts say which form is drawn. */
    public record ClosurePage(
            CaseFrame frame,
            List<Line> history,
            Filled form,
            List<Choice> reasons,
            List<Choice> contacts,
            boolean request,
            boolean approve,
            boolean reopen) {}

    @GetMapping("/cases/{id}/closure")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/closure")
    ModelAndView request(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "requested", note, (caseId, text) -> {
            new Problems()
                    .oneOf("reason", reason, choices.codes("closure-reason"))
                    .oneOf("contact", contact, CONTACTS)
                    .required("note", text)
                    .refuseIfAny();
            desk.request(viewer, caseId, reason, text, contact);
        });
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/closure/approval")
    ModelAndView approve(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "approved", note, (caseId, text) -> desk.approve(viewer, caseId, text));
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/closure/return")
    ModelAndView sendBack(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "sent-back", note, (caseId, text) -> {
            new Problems().required("note", text).refuseIfAny();
            desk.sendBack(viewer, caseId, text);
        });
    }

    @PostMapping("/cases/{id}/reopening")
    ModelAndView reopen(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "reopened", note, (caseId, text) -> {
            new Problems().required("note", text).refuseIfAny();
            desk.reopen(viewer, caseId, text);
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, String note, BiConsumer<CaseId, String> act) {
        var caseId = new CaseId(id);
        String done = what.equals("reopened") ? "casefile.done.reopened" : "casefile.done.closure";
        return pages.act(
                caseId.subject(),
                "casefile.closure." + what,
                () -> {
                    new Problems().atMost("note", note, LONGEST_NOTE).refuseIfAny();
                    act.accept(caseId, note.strip());
                    return "/cases/" + id + "/closure?done=" + done;
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "closure");
        var reasons = countries.current().wordList("closure-reason");
        var history = desk.history(viewer, id).stream()
                .map(line -> new Line(line, reasons.text(line.reason()), accounts.nameOf(line.account())))
                .toList();
        return pages.show(
                "casefile/closure",
                new ClosurePage(
                        frame,
                        history,
                        form,
                        choices.list("closure-reason"),
                        CONTACTS.stream()
                                .map(each -> Choice.said(each, "casefile.contact." + each))
                                .toList(),
                        offers(frame, "casefile.act.close"),
                        offers(frame, "casefile.act.approve"),
                        offers(frame, "casefile.act.reopen")));
    }

    private static boolean offers(CaseFrame frame, String act) {
        return frame.acts().stream().anyMatch(each -> each.key().equals(act));
    }
}
