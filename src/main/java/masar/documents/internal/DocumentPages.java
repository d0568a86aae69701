package masar.documents.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import masar.documents.NewDocument;
import masar.documents.Scanner;
import masar.sealing.SealClass;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The documents of a case, and the form that adds one. */
@Controller
@Door({
    Role.FRONT_LINE_OFFICER,
    Role.IDENTIFICATION_OFFICER,
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.JUSTICE_OFFICER,
    Role.SERVICE_PROVIDER
})
public class DocumentPages {

    private static final int TITLE = 200;

    private final DocumentDesk documents;
    private final Scanner scanner;
    private final CaseFrames frames;
    private final Countries countries;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    DocumentPages(
            DocumentDesk documents,
            Scanner scanner,
            CaseFrames frames,
            Countries countries,
            Directory directory,
            Accounts accounts,
            Pages pages) {
        this.documents = documents;
        this.scanner = scanner;
        this.frames = frames;
        this.countries = countries;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** One document as it is drawn. */
    public record Line(DocumentCard card, LocalizedText kind, String who, LocalizedText organisation) {}

    /**
     * The page of documents.
     *
     * @param scanned whether a scanner for malware is configured
     * @param most largest file in millions of bytes
     */
    public record DocumentsPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> kinds,
            List<String> classes,
            boolean scanned,
            int most) {

        /** Largest file in bytes, for the browser. */
        public String mostBytes() {
            return Integer.toString(Limits.FILE);
        }
    }

    @GetMapping("/cases/{id}/documents")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/documents")
    ModelAndView add(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var caseId = new CaseId(id);
        Object whyNot = file != null && file.getSize() > Limits.FILE
                ? "documents.refused.too.large"
                : request.getAttribute(UploadGate.WHY_NOT);
        var answer = pages.act(
                caseId.subject(),
                "documents.add",
                () -> {
                    check(typed, file, whyNot).refuseIfAny();
                    documents.add(viewer, caseId, read(typed, file));
                    return "/cases/" + id + "/documents?done=documents.done.added";
                },
                filled -> page(viewer, caseId, besideTheFile(filled)));
        if (whyNot != null) {
            answer.setStatus(
                    whyNot.equals("documents.refused.busy")
                            ? HttpStatus.SERVICE_UNAVAILABLE
                            : HttpStatus.CONTENT_TOO_LARGE);
        }
        return answer;
    }

    private Problems check(Map<String, String> typed, @Nullable MultipartFile file, @Nullable Object whyNot) {
        var problems = new Problems();
        if (whyNot != null) {
            problems.add("file", whyNot.toString(), Limits.FILE / 1_000_000);
        } else if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            problems.add("file", "documents.problem.no.file");
        }
        var classes =
                java.util.Arrays.stream(SealClass.values()).map(SealClass::code).toList();
        return problems.oneOf("kind", typed.get("kind"), codes("document-kind"))
                .required("title", typed.get("title"))
                .atMost("title", typed.get("title"), TITLE)
                .oneOf("class", typed.get("class"), classes);
    }

    private static NewDocument read(Map<String, String> typed, @Nullable MultipartFile file) {
        var given = java.util.Objects.requireNonNull(file);
        try {
            return new NewDocument(
                    typed.getOrDefault("kind", ""),
                    typed.getOrDefault("title", ""),
                    DocumentBook.sealClass(typed.getOrDefault("class", "")),
                    java.util.Objects.requireNonNullElse(given.getOriginalFilename(), ""),
                    given.getBytes());
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    /** What is wrong with the file stands beside the file. */
    private static Filled besideTheFile(Filled filled) {
        var whole = filled.problems().byField().get("");
        if (whole == null
                || !whole.key().startsWith("documents.refused.")
                || whole.key().endsWith(".case.not.open")) {
            return filled;
        }
        String field = whole.key().equals("documents.refused.class") ? "class" : "file";
        return new Filled(
                filled.values(),
                new Problems().add(field, whole.key(), whole.arguments().toArray()));
    }

    private List<String> codes(String list) {
        return countries.current().wordList(list).words().stream()
                .map(word -> word.code())
                .toList();
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "documents");
        var pack = countries.current();
        var organisations =
                directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var lines = documents.of(viewer, id).stream()
                .map(card -> new Line(
                        card,
                        pack.wordList("document-kind").text(card.kind()),
                        accounts.nameOf(card.addedBy()),
                        organisations.getOrDefault(card.organisation(), LocalizedText.same("–"))))
                .toList();
        var kinds = pack.wordList("document-kind").choices();
        var classes =
                documents.classes(viewer, id).stream().map(SealClass::code).toList();
        return pages.show(
                "documents/documents",
                new DocumentsPage(frame, lines, form, kinds, classes, scanner.isConfigured(), Limits.FILE / 1_000_000));
    }
}
