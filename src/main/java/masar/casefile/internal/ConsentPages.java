package masar.casefile.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.Consent;
import masar.casefile.Consents;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
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

/** Consents and other grounds of a case. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class ConsentPages {

    private final Consents consents;
    private final CaseFrames frames;
    private final CaseChoices choices;
    private final Countries countries;
    private final Directory directory;
    private final Pages pages;

    ConsentPages(
            Consents consents,
            CaseFrames frames,
            CaseChoices choices,
            Countries countries,
            Directory directory,
            Pages pages) {
        this.consents = consents;
        this.frames = frames;
        this.choices = choices;
        this.countries = countries;
        this.directory = directory;
        this.pages = pages;
    }

    /** One consent as it is drawn. */
    public record Line(
            Consent consent,
            LocalizedText ground,
            LocalizedText purpose,
            Optional<LocalizedText> recipient,
            boolean mayReview) {}

    /** The page of consents. */
    public record ConsentPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> grounds,
            List<Choice> purposes,
            List<Choice> organisations,
            List<Choice> languages) {}

    @GetMapping("/cases/{id}/consents")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/consents")
    ModelAndView record(Viewer viewer, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.consent.record",
                () -> {
                    check(typed).refuseIfAny();
                    consents.record(
                            viewer,
                            caseId,
                            typed.getOrDefault("ground", ""),
                            typed.getOrDefault("purpose", ""),
                            Optional.of(typed.getOrDefault("recipient", ""))
                                    .filter(text -> !text.isBlank())
                                    .map(UUID::fromString),
                            typed.getOrDefault("language", ""),
                            typed.get("reason"));
                    return "/cases/" + id + "/consents?done=casefile.done.consent";
                },
                filled -> page(viewer, caseId, filled));
    }

    @PostMapping("/cases/{id}/consents/{consent}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID consent) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.consent.withdraw",
                () -> {
                    consents.withdraw(viewer, caseId, consent);
                    return "/cases/" + id + "/consents?done=casefile.done.withdrawn";
                },
                filled -> page(viewer, caseId, filled));
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/consents/{consent}/review")
    ModelAndView review(Viewer viewer, @PathVariable UUID id, @PathVariable UUID consent) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "casefile.consent.review",
                () -> {
                    consents.review(viewer, caseId, consent);
                    return "/cases/" + id + "/consents?done=casefile.done.reviewed";
                },
                filled -> page(viewer, caseId, filled));
    }

    private Problems check(Map<String, String> typed) {
        var organisations = choices.organisations().stream().map(Choice::value).toList();
        var problems = new Problems()
                .oneOf("ground", typed.get("ground"), choices.codes("legal-ground"))
                .oneOf("purpose", typed.get("purpose"), choices.codes("consent-purpose"))
                .oneOf("language", typed.get("language"), choices.languageCodes())
                .atMost("reason", typed.get("reason"), 2000);
        String recipient = typed.getOrDefault("recipient", "");
        if (!recipient.isBlank()) {
            problems.oneOf("recipient", recipient, organisations);
        } else if ("sharing".equals(typed.get("purpose"))) {
            problems.add("recipient", "casefile.refused.recipient.needed");
        }
        return problems;
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "consents");
        var pack = countries.current();
        var organisations =
                directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var lines = consents.of(viewer, id).stream()
                .map(consent -> new Line(
                        consent,
                        pack.wordList("legal-ground").text(consent.ground()),
                        pack.wordList("consent-purpose").text(consent.purpose()),
                        consent.recipient().map(organisations::get),
                        mayReview(viewer, frame, consent)))
                .toList();
        return pages.show(
                "casefile/consents",
                new ConsentPage(
                        frame,
                        lines,
                        form,
                        choices.list("legal-ground"),
                        choices.list("consent-purpose"),
                        choices.organisations(),
                        choices.languages()));
    }

    private static boolean mayReview(Viewer viewer, CaseFrame frame, Consent consent) {
        return viewer.holds(Role.SUPERVISOR)
                && viewer.organisation().equals(frame.card().owner())
                && consent.holds()
                && consent.reviewDueAt().isPresent()
                && consent.reviewedAt().isEmpty();
    }
}
