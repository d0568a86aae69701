package masar.documents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.documents.DocumentCard;
import masar.documents.internal.DocumentBook.Part;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One document: what it is, who opened it, and its content for who says why. */
@Controller
@Door({
    Role.FRONT_LINE_OFFICER,
    Role.IDENTIFICATION_OFFICER,
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.JUSTICE_OFFICER,
    Role.SERVICE_PROVIDER
})
public class OpeningPages {

    private final OpeningDesk desk;
    private final CaseFrames frames;
    private final Countries countries;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    OpeningPages(
            OpeningDesk desk,
            CaseFrames frames,
            Countries countries,
            Directory directory,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.frames = frames;
        this.countries = countries;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** One time somebody asked for the content, as it is drawn. */
    public record Look(String who, LocalizedText organisation, String part, LocalizedText reason, Instant at) {}

    /**
     * The page of one document.
     *
     * @param shown the viewing copy may be looked at now
     * @param given the original may be fetched now
     */
    public record DocumentPage(
            CaseFrame frame,
            DocumentCard card,
            LocalizedText kind,
            boolean shown,
            boolean given,
            List<Look> looks,
            List<Choice> reasons,
            List<Choice> withdrawals,
            Filled form) {}

    @GetMapping("/cases/{id}/documents/{document}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable UUID document) {
        return page(viewer, new CaseId(id), document, Filled.empty());
    }

    /** Asks for a second factor again, as showing an identity does: most documents tell who somebody is. */
    @Door(
            value = {
                Role.FRONT_LINE_OFFICER,
                Role.IDENTIFICATION_OFFICER,
                Role.CASE_MANAGER,
                Role.SUPERVISOR,
                Role.JUSTICE_OFFICER,
                Role.SERVICE_PROVIDER
            },
            fresh = true)
    @PostMapping("/cases/{id}/documents/{document}/opening")
    ModelAndView open(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID document,
            @RequestParam Map<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "documents.ask",
                () -> {
                    new Problems()
                            .oneOf("reason", typed.get("reason"), codes("document-opening-reason"))
                            .oneOf("part", typed.get("part"), List.of("original", "viewing-copy"))
                            .refuseIfAny();
                    boolean original = "original".equals(typed.get("part"));
                    desk.open(
                            viewer,
                            caseId,
                            document,
                            original ? Part.ORIGINAL : Part.VIEWING_COPY,
                            typed.getOrDefault("reason", ""));
                    return "/cases/" + id + "/documents/" + document;
                },
                filled -> page(viewer, caseId, document, filled));
    }

    @GetMapping("/cases/{id}/documents/{document}/view")
    ResponseEntity<byte[]> view(Viewer viewer, @PathVariable UUID id, @PathVariable UUID document) {
        return file(viewer, new CaseId(id), document, Part.VIEWING_COPY);
    }

    @GetMapping("/cases/{id}/documents/{document}/original")
    ResponseEntity<byte[]> original(Viewer viewer, @PathVariable UUID id, @PathVariable UUID document) {
        return file(viewer, new CaseId(id), document, Part.ORIGINAL);
    }

    @PostMapping("/cases/{id}/documents/{document}/withdrawal")
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID document,
            @RequestParam Map<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "documents.withdraw",
                () -> {
                    new Problems()
                            .oneOf("why", typed.get("why"), codes("document-withdrawal-reason"))
                            .refuseIfAny();
                    desk.withdraw(viewer, caseId, document, typed.getOrDefault("why", ""));
                    return "/cases/" + id + "/documents?done=documents.done.withdrawn";
                },
                filled -> page(viewer, caseId, document, filled));
    }

    private ResponseEntity<byte[]> file(Viewer viewer, CaseId id, UUID document, Part part) {
        return desk.content(viewer, id, document, part).answer();
    }

    private List<String> codes(String list) {
        return countries.current().wordList(list).codes();
    }

    private List<Choice> choices(String list) {
        return countries.current().wordList(list).choices();
    }

    private ModelAndView page(Viewer viewer, CaseId id, UUID document, Filled form) {
        var frame = frames.frame(viewer, id, "documents");
        var standing = desk.standing(viewer, id, document);
        var pack = countries.current();
        var organisations =
                directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var looks = standing.openings().stream()
                .map(opening -> new Look(
                        accounts.nameOf(opening.account()),
                        organisations.getOrDefault(opening.organisation(), LocalizedText.same("–")),
                        opening.part(),
                        pack.wordList("document-opening-reason").text(opening.reason()),
                        opening.at()))
                .toList();
        var card = standing.card();
        return pages.show(
                "documents/document",
                new DocumentPage(
                        frame,
                        card,
                        pack.wordList("document-kind").text(card.kind()),
                        standing.shown(),
                        standing.given(),
                        looks,
                        choices("document-opening-reason"),
                        standing.mayWithdraw() ? choices("document-withdrawal-reason") : List.of(),
                        form));
    }
}
