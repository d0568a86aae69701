package masar.identification.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Depth;
import masar.casefile.CaseActs;
import masar.casefile.CaseAlerts;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.country.Countries;
import masar.directory.Directory;
import masar.identification.Identifications;
import masar.identification.Identifications.Decision;
import masar.identification.Identifications.ReflectionPeriod;
import masar.identification.VictimStatus;
import masar.screening.IndicationCard;
import masar.screening.Interviews;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The decisions on a case, and the form by which a competent person decides. */
@Controller
@Door({Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR, Role.FRONT_LINE_OFFICER})
public class IdentificationPages {

    private final IdentificationDesk desk;
    private final Interviews interviews;
    private final CaseFrames frames;
    private final Countries countries;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    IdentificationPages(
            IdentificationDesk desk,
            Interviews interviews,
            CaseFrames frames,
            Countries countries,
            Directory directory,
            Accounts accounts,
            Pages pages) {
        this.desk = desk;
        this.interviews = interviews;
        this.frames = frames;
        this.countries = countries;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** A decision as it is drawn. */
    public record Line(Decision decision, String who, LocalizedText organisation) {}

    /** An indication a decision may rest on, as it is drawn. */
    public record Basis(IndicationCard card, LocalizedText conclusion, LocalizedText organisation) {}

    /** The page of decisions; the choices are empty for those who may not decide now. */
    public record IdentificationPage(
            CaseFrame frame,
            VictimStatus status,
            Optional<ReflectionPeriod> reflection,
            List<Basis> bases,
            List<Line> lines,
            Filled form,
            List<Choice> choices) {}

    @Bean
    static CaseTab identificationTab() {
        return new CaseTab("identification.tab", "identification", 40, (viewer, card) -> card.sees(Depth.SUMMARY));
    }

    @Bean
    static CaseActs identificationActs() {
        return (viewer, card, way) -> {
            boolean mine = way.open().stream()
                    .anyMatch(task -> task.role() == Role.IDENTIFICATION_OFFICER
                            && task.organisation().equals(viewer.organisation()));
            return mine && viewer.holds(Role.IDENTIFICATION_OFFICER) && card.isOpen()
                    ? List.of(new CaseActs.Act(
                            "identification.act.decide",
                            "/cases/" + card.id().value() + "/identification",
                            way.isOpen("presumption-decision") ? "presumption-decision" : "confirmation-decision"))
                    : List.of();
        };
    }

    @Bean
    static CaseAlerts reflectionAlert(Identifications identifications, InstantSource clock) {
        return (viewer, card) -> card.sees(Depth.SUMMARY)
                ? identifications
                        .reflection(viewer, card.id())
                        .map(period -> Duration.between(clock.instant(), period.endsAt())
                                .toDays())
                        .filter(days -> days >= 0)
                        .map(days -> new CaseFrame.Alert("identification.alert.reflection", List.of(days), false))
                        .stream()
                        .toList()
                : List.of();
    }

    @GetMapping("/cases/{id}/identification")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.IDENTIFICATION_OFFICER)
    @PostMapping("/cases/{id}/identification")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reasons) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "identification.decide",
                () -> {
                    new Problems()
                            .oneOf(
                                    "status",
                                    status,
                                    Arrays.stream(VictimStatus.values())
                                            .map(VictimStatus::code)
                                            .toList())
                            .required("reasons", reasons)
                            .atMost("reasons", reasons, 8000)
                            .refuseIfAny();
                    desk.decide(viewer, caseId, VictimStatus.of(status), reasons.strip());
                    return "/cases/" + id + "/identification?done=identification.done.decided";
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "identification");
        var status = desk.status(viewer, id);
        var lines = desk.decisions(viewer, id).stream()
                .map(decision -> new Line(decision, accounts.nameOf(decision.by()), name(decision.organisation())))
                .toList();
        var conclusions = countries.current().wordList("conclusion");
        var bases = interviews.indications(viewer, id).stream()
                .map(card -> new Basis(card, conclusions.text(card.conclusion()), name(card.organisation())))
                .toList();
        boolean decides = desk.mayDecide(viewer) && frame.card().isOpen();
        return pages.show(
                "identification/decisions",
                new IdentificationPage(
                        frame,
                        status,
                        desk.reflection(viewer, id),
                        bases,
                        lines,
                        form,
                        decides ? next(status) : List.of()));
    }

    private LocalizedText name(UUID organisation) {
        return directory.organisation(organisation).orElseThrow().name();
    }

    private static List<Choice> next(VictimStatus status) {
        return VictimStatus.TRANSITIONS.getOrDefault(status, java.util.Set.of()).stream()
                .sorted(Comparator.naturalOrder())
                .map(each -> Choice.said(each.code(), "identification.choice." + each.code()))
                .toList();
    }
}
