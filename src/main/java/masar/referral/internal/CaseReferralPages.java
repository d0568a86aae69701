package masar.referral.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Depth;
import masar.casefile.CaseActs;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.referral.ReferralCard;
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

/** The referrals of one case, and the form that begins a new one. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class CaseReferralPages {

    private final ReferralDesk desk;
    private final CaseFrames frames;
    private final Directory directory;
    private final Pages pages;

    CaseReferralPages(ReferralDesk desk, CaseFrames frames, Directory directory, Pages pages) {
        this.desk = desk;
        this.frames = frames;
        this.directory = directory;
        this.pages = pages;
    }

    /** One referral in the list of a case. */
    public record Line(ReferralCard card, LocalizedText service, LocalizedText to) {}

    /** The referrals of a case. */
    public record CaseReferralPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> services,
            List<Choice> parts,
            boolean mayRefer) {}

    @Bean
    static CaseTab referralTab() {
        return new CaseTab("referral.tab", "referrals", 50, (viewer, card) -> card.sees(Depth.FULL));
    }

    @Bean
    static CaseActs referralActs() {
        return (viewer, card, way) -> mayRefer(viewer, card.manager().orElse(null), card.state())
                ? List.of(new CaseActs.Act(
                        "referral.act.refer", "/cases/" + card.id().value() + "/referrals", "assistance-plan"))
                : List.of();
    }

    private static boolean mayRefer(Viewer viewer, @org.jspecify.annotations.Nullable UUID manager, String state) {
        return viewer.account().equals(manager) && state.equals("open");
    }

    @GetMapping("/cases/{id}/referrals")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/cases/{id}/referrals")
    ModelAndView draft(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") Set<String> shared) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "referral.draft",
                () -> {
                    var services = directory.services().stream()
                            .map(each -> each.id().toString())
                            .toList();
                    var problems = new Problems()
                            .oneOf("service", service, services)
                            .required("need", need)
                            .atMost("need", need, 4000);
                    if (!Packet.PARTS.containsAll(shared)) {
                        problems.add("shared", "shell.problem.not.offered");
                    }
                    problems.refuseIfAny();
                    UUID referral =
                            desk.draft(viewer, caseId, UUID.fromString(service), need.strip(), new HashSet<>(shared));
                    return "/referrals/" + referral;
                },
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "referrals");
        var names = directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var services = directory.services();
        var serviceNames = services.stream().collect(Collectors.toMap(HelpService::id, HelpService::name));
        var nothing = LocalizedText.same("–");
        var lines = desk.ofCase(viewer, id).stream()
                .map(card -> new Line(
                        card,
                        serviceNames.getOrDefault(card.service(), nothing),
                        names.getOrDefault(card.to(), nothing)))
                .toList();
        boolean mayRefer = mayRefer(
                viewer, frame.card().manager().orElse(null), frame.card().state());
        return pages.show(
                "referral/of_case",
                new CaseReferralPage(
                        frame,
                        lines,
                        form,
                        services.stream()
                                .map(each -> Choice.of(
                                        each.id().toString(),
                                        joined(each.name(), names.getOrDefault(each.organisation(), nothing))))
                                .toList(),
                        Packet.PARTS.stream()
                                .map(part -> Choice.said(part, "referral.part." + part))
                                .toList(),
                        mayRefer));
    }

    private static LocalizedText joined(LocalizedText service, LocalizedText organisation) {
        return new LocalizedText(
                service.ar() + " – " + organisation.ar(),
                service.fr() + " – " + organisation.fr(),
                service.en() + " – " + organisation.en());
    }
}
