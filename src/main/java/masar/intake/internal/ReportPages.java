package masar.intake.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Depth;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.country.Countries;
import masar.country.Place;
import masar.directory.Directory;
import masar.procedure.TableAnswer;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reports: the list, the form, the page with its triage, and the report behind a case. */
@Controller
@Door({Role.HOTLINE_OPERATOR, Role.SUPERVISOR})
public class ReportPages {

    /** Who told us. */
    static final List<String> CALLERS = List.of("self", "relative", "witness", "official", "organisation", "anonymous");

    static final List<String> YES_NO_UNKNOWN = List.of("yes", "no", "unknown");
    static final List<String> MEDICAL = List.of("emergency", "soon", "none");
    static final List<String> OUTCOMES = List.of("screen", "refer-elsewhere", "unrelated");
    private static final int PAGE = 50;

    private final ReportDesk desk;
    private final CaseFrames frames;
    private final Countries countries;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    ReportPages(
            ReportDesk desk,
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

    /** The list of reports. */
    public record ReportListPage(List<ReportCard> reports) {}

    /** The form of a new report. */
    public record NewReportPage(
            Filled form,
            List<Choice> channels,
            List<Choice> callers,
            List<Choice> places,
            List<Choice> ages,
            List<Choice> dangers,
            List<Choice> answers,
            List<Choice> medical) {}

    /** A report with its triage. */
    public record ReportPage(
            ReportCard report,
            LocalizedText proposed,
            LocalizedText proposedReason,
            Filled form,
            boolean mayTriage,
            List<Choice> outcomes,
            List<Choice> urgencies,
            List<Choice> screening,
            List<Choice> owners) {}

    /** The report behind a case; null when there is none. */
    public record CaseReportPage(
            CaseFrame frame,
            @org.jspecify.annotations.Nullable ReportCard report) {}

    @Bean
    static MenuEntry reportsEntry() {
        return new MenuEntry(
                "intake.menu.reports", "/reports", "megaphone", 10, viewer -> viewer.holds(Role.HOTLINE_OPERATOR));
    }

    @Bean
    static CaseTab reportTab() {
        return new CaseTab("intake.tab.report", "report", 5, (viewer, card) -> card.sees(Depth.FULL));
    }

    @GetMapping("/reports")
    ModelAndView list(Viewer viewer) {
        var reports = desk.latest(viewer, PAGE).stream().map(this::card).toList();
        return pages.show("intake/list", new ReportListPage(reports));
    }

    @Door(Role.HOTLINE_OPERATOR)
    @GetMapping("/reports/new")
    ModelAndView form() {
        return form(Filled.empty());
    }

    @Door(Role.HOTLINE_OPERATOR)
    @PostMapping("/reports")
    ModelAndView receive(Viewer viewer, ReportForm form) {
        return pages.act(
                new Subject("account", viewer.account()),
                "intake.receive",
                () -> {
                    form.problems(countries.current()).refuseIfAny();
                    return "/reports/" + desk.receive(viewer, form.told()) + "?done=intake.done.received";
                },
                this::form);
    }

    @GetMapping("/reports/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @Door(Role.HOTLINE_OPERATOR)
    @PostMapping("/reports/{id}/triage")
    ModelAndView triage(Viewer viewer, @PathVariable UUID id, TriageForm form) {
        return pages.act(
                new Subject("report", id),
                "intake.triage",
                () -> {
                    form.problems(countries.current(), directory).refuseIfAny();
                    desk.triage(viewer, id, form.triage());
                    return "/reports/" + id + "?done=intake.done.triaged";
                },
                filled -> page(viewer, id, filled));
    }

    @Door({Role.CASE_MANAGER, Role.SUPERVISOR})
    @GetMapping("/cases/{id}/report")
    ModelAndView behindCase(Viewer viewer, @PathVariable UUID id) {
        var caseId = new CaseId(id);
        var frame = frames.frame(viewer, caseId, "report");
        var report = desk.behind(viewer, caseId).map(this::card).orElse(null);
        return pages.show("intake/behind", new CaseReportPage(frame, report));
    }

    private ModelAndView form(Filled filled) {
        return pages.show(
                "intake/new",
                new NewReportPage(
                        filled,
                        words("report-channel"),
                        said("intake.caller.", CALLERS),
                        places(),
                        words("age-status"),
                        words("danger"),
                        said("intake.answer.", YES_NO_UNKNOWN),
                        said("intake.medical.", MEDICAL)));
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        var report = desk.read(viewer, id);
        TableAnswer proposal = desk.propose(report);
        var pack = countries.current();
        String proposed = proposal.text("urgency");
        boolean mayTriage = report.state.equals("received") && viewer.holds(Role.HOTLINE_OPERATOR);
        var begun = form.values().isEmpty() ? Filled.with(java.util.Map.of("urgency", proposed)) : form;
        return pages.show(
                "intake/report",
                new ReportPage(
                        card(report),
                        pack.wordList("urgency").text(proposed),
                        pack.wordList("urgency-reason").text(proposal.text("reason")),
                        begun,
                        mayTriage,
                        said("intake.outcome.", OUTCOMES),
                        words("urgency"),
                        competent("screening"),
                        competent("case-management")));
    }

    private ReportCard card(Report report) {
        var pack = countries.current();
        return new ReportCard(
                report.id,
                report.code,
                pack.wordList("report-channel").text(report.channel),
                report.caller,
                report.callerContact,
                report.callerSafe,
                report.place == null
                        ? null
                        : pack.place(report.place).map(Place::name).orElse(null),
                report.whatHappened,
                report.personName,
                pack.wordList("age-status").text(report.ageNow),
                report.dangers.stream()
                        .sorted()
                        .map(code -> pack.wordList("danger").text(code))
                        .toList(),
                report.dangerNow,
                report.medicalNeed,
                report.detained,
                report.removalOn,
                report.receivedAt,
                accounts.nameOf(report.takenBy),
                report.state,
                report.outcome,
                report.urgency == null ? null : pack.wordList("urgency").text(report.urgency),
                report.reasons,
                report.caseId);
    }

    private List<Choice> words(String list) {
        return countries.current().wordList(list).choices();
    }

    private List<Choice> places() {
        return countries.current().places().values().stream()
                .map(place -> Choice.of(place.key(), place.name()))
                .toList();
    }

    private List<Choice> competent(String act) {
        return directory.competentFor(act).stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private static List<Choice> said(String prefix, List<String> codes) {
        return codes.stream().map(code -> Choice.said(code, prefix + code)).toList();
    }
}
