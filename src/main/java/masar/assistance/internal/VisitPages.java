package masar.assistance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import masar.access.Depth;
import masar.assistance.AfterClosure;
import masar.assistance.AfterClosure.Period;
import masar.assistance.AfterClosure.Visit;
import masar.assistance.AfterClosure.Visited;
import masar.casefile.CaseActs;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Visits after a case was closed. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class VisitPages {

    private static final int LONGEST = 4000;

    private final AfterClosure visits;
    private final CaseFrames frames;
    private final PackWords words;
    private final Pages pages;

    VisitPages(AfterClosure visits, CaseFrames frames, PackWords words, Pages pages) {
        this.visits = visits;
        this.frames = frames;
        this.words = words;
        this.pages = pages;
    }

    /** What the form of a visit posts. */
    public record VisitForm(
            @Nullable String on,
            @Nullable String way,
            @Nullable String traffickedAgain,
            @Nullable String outcome,
            @Nullable String needs,
            @Nullable String note) {

        @Override
        public String toString() {
            return "VisitForm[hidden]";
        }
    }

    /** A visit as it is drawn. */
    public record Line(
            Visit visit, LocalizedText way, LocalizedText traffickedAgain, LocalizedText outcome, String by) {}

    /** A time after a closure as it is drawn. */
    public record PeriodLine(Period period, List<Line> visits) {}

    /** Options of the form. */
    public record Options(List<Choice> ways, List<Choice> signs, List<Choice> outcomes) {}

    /**
     * The page of visits.
     *
     * @param mayVisit whether a visit is to come and the viewer may record it
     * @param mayDecide whether the viewer decides now whether the case is opened again
     */
    public record VisitsPage(
            CaseFrame frame,
            List<PeriodLine> periods,
            Filled form,
            Options options,
            boolean mayVisit,
            boolean mayDecide) {}

    @Bean
    static CaseTab visitsTab() {
        return new CaseTab(
                "assistance.visits.tab",
                "visits",
                70,
                (viewer, card) -> card.sees(Depth.FULL)
                        && ChildDesk.mayRead(viewer)
                        && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.SUPERVISOR)));
    }

    @Bean
    static CaseActs visitActs() {
        return (viewer, card, way) -> {
            boolean owns = viewer.organisation().equals(card.owner()) && ChildDesk.mayRead(viewer);
            String page = "/cases/" + card.id().value() + "/visits";
            if (owns && card.sees(Depth.FULL) && way.isOpen(VisitDuties.VISIT)) {
                return List.of(new CaseActs.Act("assistance.act.visit", page, VisitDuties.VISIT));
            }
            return List.of();
        };
    }

    @GetMapping("/cases/{id}/visits")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    @PostMapping("/cases/{id}/visits")
    ModelAndView visit(Viewer viewer, @PathVariable UUID id, VisitForm form) {
        return act(viewer, id, "assistance.visit", () -> {
            visits.visit(viewer, new CaseId(id), read(form));
            return "assistance.done.visit";
        });
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/cases/{id}/visits/reopening")
    ModelAndView declineReopening(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        return act(viewer, id, "assistance.reopening.declined", () -> {
            new Problems().required("why", why).atMost("why", why, LONGEST).refuseIfAny();
            visits.declineReopening(viewer, new CaseId(id), why.strip());
            return "assistance.done.reopening";
        });
    }

    private Visited read(VisitForm form) {
        var problems = new Problems()
                .required("on", form.on())
                .oneOf("way", form.way(), words.codes("visit-way"))
                .oneOf("traffickedAgain", form.traffickedAgain(), words.codes("trafficked-again"))
                .oneOf("outcome", form.outcome(), words.codes("visit-outcome"))
                .atMost("needs", form.needs(), LONGEST)
                .atMost("note", form.note(), LONGEST);
        LocalDate day = problems.day("on", form.on());
        problems.refuseIfAny();
        return new Visited(
                day == null ? LocalDate.EPOCH : day,
                told(form.way()),
                told(form.traffickedAgain()),
                told(form.outcome()),
                told(form.needs()),
                told(form.note()));
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Supplier<String> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> "/cases/" + id + "/visits?done=" + act.get(),
                filled -> page(viewer, caseId, filled));
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "visits");
        var card = frame.card();
        var periods = visits.of(viewer, id);
        boolean owns = viewer.organisation().equals(card.owner());
        boolean closed = card.state().equals("closed");
        var begun = form.values().isEmpty()
                ? Filled.with(Map.of("on", words.moments().today().toString()))
                : form;
        return pages.show(
                "assistance/visits",
                new VisitsPage(
                        frame,
                        periods.stream().map(this::line).toList(),
                        begun,
                        new Options(
                                words.list("visit-way"), words.list("trafficked-again"), words.list("visit-outcome")),
                        owns
                                && closed
                                && periods.stream()
                                        .anyMatch(each -> each.ended().isEmpty()),
                        owns
                                && closed
                                && viewer.holds(Role.SUPERVISOR)
                                && periods.stream().anyMatch(Period::reopeningProposed)));
    }

    private PeriodLine line(Period period) {
        return new PeriodLine(
                period,
                period.visits().stream()
                        .map(each -> new Line(
                                each,
                                words.word("visit-way", each.visited().way()),
                                words.word("trafficked-again", each.visited().traffickedAgain()),
                                words.word("visit-outcome", each.visited().outcome()),
                                words.person(each.by())))
                        .toList());
    }
}
