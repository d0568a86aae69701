package masar.identification.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.casefile.Cases;
import masar.country.Countries;
import masar.identification.DecisionTexts;
import masar.identification.Identifications.Decision;
import masar.identification.internal.PanelBook.Sitting;
import masar.identification.internal.TextBook.Version;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class TextDesk implements DecisionTexts {

    private final TextBook book;
    private final DecisionBook decisions;
    private final PanelBook panels;
    private final Drafting drafting;
    private final Competence competence;
    private final Around around;
    private final IdentificationTrail trail;

    TextDesk(
            TextBook book,
            DecisionBook decisions,
            PanelBook panels,
            Drafting drafting,
            Competence competence,
            Around around,
            IdentificationTrail trail) {
        this.book = book;
        this.decisions = decisions;
        this.panels = panels;
        this.drafting = drafting;
        this.competence = competence;
        this.around = around;
        this.trail = trail;
    }

    /** The case, the languages, and names of staff. */
    @Component("identificationTextAround")
    record Around(Cases cases, Countries countries, Accounts accounts) {}

    @Override
    public List<Text> of(Viewer viewer, CaseId id, int number) {
        var decision = decision(viewer, id, number);
        trail.read(id, "identification.text");
        return around.countries().current().languages().stream()
                .map(language -> text(id, decision, language))
                .toList();
    }

    private Text text(CaseId id, Decision decision, Language language) {
        return book.last(id, decision.id(), language)
                .map(written -> new Text(
                        language,
                        language == binding(),
                        written.body(),
                        false,
                        written.isFinal() ? Optional.of(written.by()) : Optional.empty()))
                .orElseGet(() -> new Text(
                        language, language == binding(), drafting.draft(decision, language), true, Optional.empty()));
    }

    private Language binding() {
        return around.countries().current().languages().getFirst();
    }

    @Override
    public void write(Viewer viewer, CaseId id, int number, Language language, String body) {
        var decision = toWrite(viewer, id, number, language);
        Refused.unless(!body.isBlank(), "identification.refused.text.empty");
        book.add(viewer, id, decision.id(), language, new Version(body, false, viewer.account()), competence.now());
        trail.tell(id, "identification.text.written", Optional.of(language.code()));
    }

    @Override
    public void finish(Viewer viewer, CaseId id, int number, Language language) {
        var decision = toWrite(viewer, id, number, language);
        Refused.unless(
                language == binding() || text(id, decision, binding()).isFinal(),
                "identification.refused.text.binding");
        String body = text(id, decision, language).body();
        boolean names = deciders(decision).stream()
                .flatMap(account -> around.accounts().colleague(account).stream())
                .map(Colleague::name)
                .anyMatch(body::contains);
        Refused.unless(!names, "identification.refused.text.names");
        book.add(viewer, id, decision.id(), language, new Version(body, true, viewer.account()), competence.now());
        trail.tell(id, "identification.text.final", Optional.of(language.code()));
    }

    private Set<UUID> deciders(Decision decision) {
        var deciders = new HashSet<>(Set.of(decision.by()));
        decision.panel().flatMap(panels::find).map(Sitting::members).ifPresent(deciders::addAll);
        return deciders;
    }

    @Override
    public Text copy(Viewer viewer, CaseId id, int number, Language language) {
        var decision = decision(viewer, id, number);
        var text = text(id, decision, language);
        Refused.unless(text.isFinal(), "shell.refused.not.found");
        trail.read(id, "identification.copy");
        return text;
    }

    private Decision toWrite(Viewer viewer, CaseId id, int number, Language language) {
        var decision = decision(viewer, id, number);
        Refused.unless(
                competence.mayDecide(viewer) && viewer.organisation().equals(decision.organisation()),
                "identification.refused.not.competent");
        Refused.unless(around.countries().current().languages().contains(language), "shell.problem.not.offered");
        Refused.unless(!text(id, decision, language).isFinal(), "identification.refused.text.final");
        return decision;
    }

    /** The decision of this number in the case; refused as not found when there is none. */
    Decision decision(Viewer viewer, CaseId id, int number) {
        around.cases().card(viewer, id, Depth.SUMMARY);
        return decisions.find(id, number).orElseThrow(Refused::notFound);
    }

    /** Whether this viewer may write the text of this decision. */
    boolean mayWrite(Viewer viewer, Decision decision) {
        return competence.mayDecide(viewer) && viewer.organisation().equals(decision.organisation());
    }
}
