package masar.detention.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.country.Article;
import masar.country.Countries;
import masar.detention.Detentions;
import masar.detention.ProtectionRequests;
import masar.detention.internal.DetentionView.RequestLine;
import masar.detention.internal.DetentionView.StayLine;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A request as a letter to be printed, in Arabic and in the reader's language. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class LetterPages {

    private final ProtectionRequests requests;
    private final Detentions detentions;
    private final Cases cases;
    private final DetentionView view;
    private final PackWords words;
    private final Trail trail;

    LetterPages(
            ProtectionRequests requests,
            Detentions detentions,
            Cases cases,
            DetentionView view,
            PackWords words,
            Trail trail) {
        this.requests = requests;
        this.detentions = detentions;
        this.cases = cases;
        this.view = view;
        this.words = words;
        this.trail = trail;
    }

    /** Where the reading is entered, and how the page is drawn. */
    @org.springframework.stereotype.Component("detentionLetterTrail")
    record Trail(Audit audit, TransactionTemplate transaction, Countries countries, Pages pages) {}

    /**
     * What the letter says.
     *
     * @param reference by which the answer may name it; tells nothing about the case
     * @param stay the detention it is about, or null
     * @param article cited, or null
     */
    public record LetterPage(
            String back,
            RequestLine line,
            LocalizedText from,
            String reference,
            List<PersonName> names,
            @Nullable StayLine stay,
            @Nullable Article article) {

        /** The name in the script of this language, or in the one that is known. */
        public String name(Language language) {
            String script = language == Language.AR ? "Arab" : "Latn";
            return names.stream()
                    .filter(name -> name.script().equals(script))
                    .findFirst()
                    .or(() -> names.stream().findFirst())
                    .map(PersonName::inFull)
                    .orElse("");
        }

        @Override
        public String toString() {
            return "LetterPage[hidden]";
        }
    }

    @GetMapping("/cases/{id}/requests/{request}/letter")
    ModelAndView letter(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request) {
        var caseId = new CaseId(id);
        var found = requests.find(viewer, caseId, request);
        trail.transaction().executeWithoutResult(status -> trail.audit().read(caseId.subject(), "detention.letter"));
        Person person = cases.person(viewer, caseId);
        var stay = detentions.of(viewer, caseId).stream()
                .findFirst()
                .map(view::line)
                .orElse(null);
        return trail.pages()
                .show(
                        "detention/letter",
                        new LetterPage(
                                "/cases/" + id + "/requests/" + request,
                                view.line(found),
                                words.organisation(found.organisation()),
                                request.toString().substring(0, 8),
                                person.names(),
                                stay,
                                Optional.ofNullable(found.draft().article())
                                        .map(trail.countries().current().law().articles()::get)
                                        .orElse(null)));
    }
}
