package masar.identification.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.directory.Directory;
import masar.identification.DecisionTexts.Text;
import masar.identification.Identifications.Decision;
import masar.identification.Panels.Opinion;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
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

/** The text of a decision in each language, and the copy the person takes with them. */
@Controller
@Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class TextPages {

    private static final int LONGEST = 20_000;

    private final TextDesk desk;
    private final PanelDesk panels;
    private final CaseFrames frames;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    TextPages(TextDesk desk, PanelDesk panels, CaseFrames frames, Directory directory, Accounts accounts, Pages pages) {
        this.desk = desk;
        this.panels = panels;
        this.frames = frames;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** An opinion that differs from the decision, with the name of the member. */
    public record Dissent(String who, Opinion opinion) {}

    /** The page; members and dissent are empty where no panel sat. */
    public record TextPage(
            CaseFrame frame,
            Decision decision,
            LocalizedText organisation,
            String signedBy,
            List<String> members,
            List<Dissent> dissent,
            List<Text> texts,
            boolean writes,
            Filled form) {}

    /** The person's copy. */
    public record CopyPage(String code, Text text, int decision) {}

    @GetMapping("/cases/{id}/decisions/{number}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable int number) {
        return page(viewer, new CaseId(id), number, Filled.empty());
    }

    @Door(Role.IDENTIFICATION_OFFICER)
    @PostMapping("/cases/{id}/decisions/{number}/text")
    ModelAndView write(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String sure) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "identification.text.write",
                () -> {
                    var written = language(language);
                    new Problems()
                            .required("body", body)
                            .atMost("body", body, LONGEST)
                            .refuseIfAny();
                    desk.write(viewer, caseId, number, written, body.strip());
                    if (sure.equals("yes")) {
                        desk.finish(viewer, caseId, number, written);
                    }
                    return "/cases/" + id + "/decisions/" + number + "?done=identification.done.text";
                },
                filled -> page(viewer, caseId, number, filled));
    }

    @GetMapping("/cases/{id}/decisions/{number}/copy")
    ModelAndView copy(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "ar") String language) {
        var caseId = new CaseId(id);
        var frame = frames.frame(viewer, caseId, "identification");
        return pages.show(
                "identification/copy",
                new CopyPage(frame.card().code(), desk.copy(viewer, caseId, number, language(language)), number));
    }

    private ModelAndView page(Viewer viewer, CaseId id, int number, Filled form) {
        var frame = frames.frame(viewer, id, "identification");
        Refused.unless(frame.card().sees(Depth.SUMMARY), "shell.refused.not.found");
        var decision = desk.decision(viewer, id, number);
        var sat = decision.panel().map(panel -> panels.panel(viewer, panel));
        return pages.show(
                "identification/text",
                new TextPage(
                        frame,
                        decision,
                        directory
                                .organisation(decision.organisation())
                                .orElseThrow()
                                .name(),
                        name(decision.by()),
                        sat.map(panel -> panel.free().stream()
                                        .map(this::name)
                                        .sorted()
                                        .toList())
                                .orElse(List.of()),
                        sat.map(panel -> panel.dissent(decision.status()).stream()
                                        .map(opinion -> new Dissent(name(opinion.member()), opinion))
                                        .toList())
                                .orElse(List.of()),
                        desk.of(viewer, id, number),
                        desk.mayWrite(viewer, decision),
                        form));
    }

    private String name(UUID account) {
        return accounts.colleague(account).map(Colleague::name).orElse("–");
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(Refused::notFound);
    }
}
