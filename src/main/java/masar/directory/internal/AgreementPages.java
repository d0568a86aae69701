package masar.directory.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.country.Countries;
import masar.country.Word;
import masar.directory.Directory;
import masar.directory.Signatures;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
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

/** Agreements on sharing: the list, one of them, and the form of a new one. */
@Controller
@Door
public class AgreementPages {

    private static final int LONGEST = 1000;

    private final AgreementDesk desk;
    private final Directory directory;
    private final Countries countries;
    private final Signatures signatures;
    private final Pages pages;

    AgreementPages(AgreementDesk desk, Directory directory, Countries countries, Signatures signatures, Pages pages) {
        this.desk = desk;
        this.directory = directory;
        this.countries = countries;
        this.signatures = signatures;
        this.pages = pages;
    }

    /** One agreement as it is listed. */
    public record Line(
            UUID id,
            LocalizedText giver,
            LocalizedText taker,
            boolean bothWays,
            LocalDate from,
            LocalDate to,
            String status,
            boolean endsSoon) {}

    /** The agreements a viewer may read. */
    public record AgreementsPage(List<Line> lines, boolean mayEnter) {}

    /** Something done with an agreement. */
    public record ActLine(String act, String reason, String who, Instant at) {}

    /** One agreement with what the viewer may do with it. */
    public record AgreementPage(
            Line line,
            List<LocalizedText> scope,
            List<LocalizedText> purposes,
            String basis,
            String document,
            String enteredBy,
            Instant enteredAt,
            List<ActLine> acts,
            Filled form,
            boolean manages,
            boolean own) {}

    /** The form of a new agreement. */
    public record NewAgreementPage(
            Filled form, List<Choice> organisations, List<Choice> scopes, List<Choice> purposes) {}

    @GetMapping("/directory/agreements")
    ModelAndView list(Viewer viewer) {
        return pages.show(
                "directory/agreements",
                new AgreementsPage(desk.known(viewer).stream().map(this::line).toList(), enters(viewer)));
    }

    @Door({Role.COORDINATOR, Role.SUPERVISOR})
    @GetMapping("/directory/agreements/new")
    ModelAndView begin() {
        return form(Filled.empty());
    }

    @Door({Role.COORDINATOR, Role.SUPERVISOR})
    @PostMapping("/directory/agreements")
    ModelAndView enter(Viewer viewer, AgreementForm form) {
        return pages.act(
                new Subject("account", viewer.account()),
                "directory.agreement.enter",
                () -> "/directory/agreements/"
                        + desk.enter(
                                viewer,
                                form.checked(
                                        organisations().stream()
                                                .map(Choice::value)
                                                .toList(),
                                        codes("sharing-scope"),
                                        codes("sharing-purpose")))
                        + "?done=directory.done.agreement",
                this::form);
    }

    @GetMapping("/directory/agreements/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @Door(Role.COORDINATOR)
    @PostMapping("/directory/agreements/{id}/verification")
    ModelAndView verify(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, Agreement.VERIFIED, "");
    }

    @Door(Role.COORDINATOR)
    @PostMapping("/directory/agreements/{id}/suspension")
    ModelAndView suspend(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return act(viewer, id, Agreement.SUSPENDED, reason);
    }

    @Door(Role.COORDINATOR)
    @PostMapping("/directory/agreements/{id}/resumption")
    ModelAndView resume(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return act(viewer, id, Agreement.RESUMED, reason);
    }

    @Door(Role.COORDINATOR)
    @PostMapping("/directory/agreements/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return act(viewer, id, Agreement.ENDED, reason);
    }

    private ModelAndView act(Viewer viewer, UUID id, String act, String reason) {
        return pages.act(
                new Subject("agreement", id),
                "directory.agreement." + act,
                () -> {
                    desk.find(viewer, id);
                    if (!act.equals(Agreement.VERIFIED)) {
                        new Problems()
                                .required("reason", reason)
                                .atMost("reason", reason, LONGEST)
                                .refuseIfAny();
                    }
                    desk.act(viewer, id, act, reason.strip());
                    return "/directory/agreements/" + id + "?done=directory.done.agreement." + act;
                },
                filled -> page(viewer, id, filled));
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        var agreement = desk.find(viewer, id);
        var terms = agreement.terms();
        return pages.show(
                "directory/agreement",
                new AgreementPage(
                        line(agreement),
                        words("sharing-scope", terms.scope()),
                        words("sharing-purpose", terms.purposes()),
                        terms.basis(),
                        terms.document(),
                        signatures.name(agreement.enteredBy()),
                        agreement.enteredAt(),
                        agreement.acts().stream()
                                .map(each -> new ActLine(
                                        each.act(), each.reason(), signatures.name(each.account()), each.at()))
                                .toList(),
                        form,
                        viewer.holds(Role.COORDINATOR),
                        agreement.enteredBy().equals(viewer.account())));
    }

    private ModelAndView form(Filled filled) {
        return pages.show(
                "directory/new_agreement",
                new NewAgreementPage(filled, organisations(), choices("sharing-scope"), choices("sharing-purpose")));
    }

    private Line line(Agreement agreement) {
        var terms = agreement.terms();
        return new Line(
                agreement.id(),
                name(terms.giver()),
                name(terms.taker()),
                terms.bothWays(),
                terms.from(),
                terms.to(),
                desk.status(agreement),
                desk.endsSoon(agreement));
    }

    private static boolean enters(Viewer viewer) {
        return viewer.holds(Role.COORDINATOR) || viewer.holds(Role.SUPERVISOR);
    }

    private LocalizedText name(UUID id) {
        return directory.nameOf(id);
    }

    private List<Choice> organisations() {
        return directory.choices();
    }

    private List<LocalizedText> words(String list, java.util.Set<String> codes) {
        return countries.current().wordList(list).words().stream()
                .filter(word -> codes.contains(word.code()))
                .map(Word::text)
                .toList();
    }

    private List<Choice> choices(String list) {
        return countries.current().wordList(list).choices();
    }

    private List<String> codes(String list) {
        return countries.current().wordList(list).codes();
    }
}
