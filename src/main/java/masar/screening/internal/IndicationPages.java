package masar.screening.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.procedure.TableAnswer.MatchedRule;
import masar.screening.Indication;
import masar.screening.Indications;
import masar.screening.IndicatorAnswer;
import masar.screening.IndicatorCatalogue;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What an interview indicates, with every reason: an indication, never a decision. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class IndicationPages {

    private final ReadingDesk desk;
    private final Indications indications;
    private final CaseFrames frames;
    private final Wording wording;
    private final Names names;
    private final Pages pages;

    IndicationPages(
            ReadingDesk desk, Indications indications, CaseFrames frames, Wording wording, Names names, Pages pages) {
        this.desk = desk;
        this.indications = indications;
        this.frames = frames;
        this.wording = wording;
        this.names = names;
        this.pages = pages;
    }

    /** A dimension with the indicators that were counted. */
    public record Dimension(
            LocalizedText name, boolean positive, int strong, int medium, int weak, List<LocalizedText> present) {}

    /** How many indicators of the list got this answer. */
    public record Count(String answer, int number) {}

    /** From which interview it was drawn, when, and with which list. */
    public record Source(
            UUID interview,
            Instant at,
            String who,
            LocalizedText organisation,
            LocalizedText list,
            boolean listVerified,
            String catalogue,
            LocalizedText age,
            LocalizedText form,
            List<LocalizedText> intimidating) {}

    /**
     * An indication explained.
     *
     * @param elements message keys of what the positive dimensions speak for, by element: act, means, purpose
     * @param signs of forced labour of 2012
     * @param outside present, but not in the list used
     * @param rules of the decision tables that matched, in the words of their authors
     */
    public record IndicationPage(
            CaseFrame frame,
            LocalizedText conclusion,
            LocalizedText reason,
            boolean provisional,
            boolean treatedAsChild,
            Source source,
            List<Dimension> dimensions,
            List<Count> counts,
            Map<String, List<String>> elements,
            List<LocalizedText> signs,
            List<LocalizedText> outside,
            List<MatchedRule> rules) {}

    @GetMapping("/indications/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var kept = desk.indication(viewer, id);
        var indication = kept.indication();
        var frame = frames.frame(viewer, kept.caseId(), "screening");
        var catalogue = indications.catalogue(kept.basis().edition());
        var present = kept.basis().answers().entrySet().stream()
                .filter(answer -> answer.getValue() == IndicatorAnswer.PRESENT)
                .map(Map.Entry::getKey)
                .toList();
        return pages.show(
                "screening/indication",
                new IndicationPage(
                        frame,
                        wording.word("conclusion", indication.conclusion()),
                        wording.word("conclusion-reason", indication.reason()),
                        indication.provisional(),
                        indication.treatedAsChild(),
                        source(viewer, kept, catalogue),
                        dimensions(indication, catalogue),
                        counts(indication),
                        Elements.of(indication),
                        indications.forcedLabourSigns(present).stream()
                                .map(sign -> sign.name())
                                .toList(),
                        indicators(catalogue, indication.presentOutsideList()),
                        rules(indication)));
    }

    private Source source(Viewer viewer, IndicationStore.Kept kept, IndicatorCatalogue catalogue) {
        var indication = kept.indication();
        var list = catalogue.list(indication.list());
        var interview = desk.read(viewer, kept.interview());
        return new Source(
                kept.interview(),
                kept.at(),
                names.person(kept.account()),
                names.organisation(kept.organisation()),
                list.name(),
                list.provenance().verified(),
                indication.catalogue().id() + " " + indication.catalogue().version(),
                wording.word("age-status", kept.basis().age().code()),
                wording.word("suspected-form", kept.basis().form().code()),
                interview.conditions.intimidating().stream()
                        .map(code -> wording.word("person-present", code))
                        .toList());
    }

    private static List<Dimension> dimensions(Indication indication, IndicatorCatalogue catalogue) {
        return indication.dimensions().stream()
                .map(reading -> new Dimension(
                        catalogue.dimensions().stream()
                                .filter(dimension -> dimension.key().equals(reading.dimension()))
                                .findFirst()
                                .map(dimension -> dimension.name())
                                .orElseGet(() -> LocalizedText.same(reading.dimension())),
                        reading.positive(),
                        reading.strong(),
                        reading.medium(),
                        reading.weak(),
                        indicators(catalogue, reading.present())))
                .toList();
    }

    /** A code that has left the catalogue is shown as it is. */
    private static List<LocalizedText> indicators(IndicatorCatalogue catalogue, List<String> codes) {
        return codes.stream()
                .map(code -> {
                    var indicator = catalogue.indicators().get(code);
                    return indicator == null ? LocalizedText.same(code) : indicator.name();
                })
                .toList();
    }

    private static List<Count> counts(Indication indication) {
        return indication.counts().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(count -> new Count(count.getKey().code(), count.getValue()))
                .toList();
    }

    private static List<MatchedRule> rules(Indication indication) {
        var rules = new java.util.ArrayList<>(indication.rules());
        indication.dimensions().forEach(dimension -> rules.addAll(dimension.rules()));
        return rules.stream().distinct().toList();
    }
}
