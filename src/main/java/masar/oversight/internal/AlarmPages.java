package masar.oversight.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.Accounts;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.oversight.internal.AlarmBook.Alarm;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
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

/** Alarms about unusual reading: the list, and one with its reasons and its review. */
@Controller
@Door({Role.SUPERVISOR, Role.COORDINATOR, Role.AUDITOR})
public class AlarmPages {

    private final AlarmDesk desk;
    private final Accounts accounts;
    private final Directory directory;
    private final Pages pages;

    AlarmPages(AlarmDesk desk, Accounts accounts, Directory directory, Pages pages) {
        this.desk = desk;
        this.accounts = accounts;
        this.directory = directory;
        this.pages = pages;
    }

    /** One alarm as it is drawn. */
    public record Line(Alarm alarm, String who, LocalizedText organisation) {}

    /** The list of alarms. */
    public record AlarmListPage(List<Line> lines) {}

    /** One alarm, why it was raised, and what was found. */
    public record AlarmPage(
            Line line,
            List<Unusual> reasons,
            @Nullable String reviewer,
            boolean mayReview,
            List<Choice> outcomes,
            Filled form) {}

    @Bean
    static MenuEntry oversightEntry() {
        return new MenuEntry(
                "oversight.menu.alarms",
                "/oversight/alarms",
                "eye",
                75,
                viewer -> viewer.holds(Role.SUPERVISOR) || viewer.holds(Role.AUDITOR));
    }

    @GetMapping("/oversight/alarms")
    ModelAndView list(Viewer viewer) {
        var names = organisations();
        var lines =
                desk.latest(viewer).stream().map(alarm -> line(alarm, names)).toList();
        return pages.show("oversight/alarms", new AlarmListPage(lines));
    }

    @GetMapping("/oversight/alarms/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR})
    @PostMapping("/oversight/alarms/{id}/review")
    ModelAndView review(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String outcome) {
        return pages.act(
                new Subject("alarm", id),
                "oversight.alarm.review",
                () -> {
                    new Problems().oneOf("outcome", outcome, AlarmDesk.OUTCOMES).refuseIfAny();
                    desk.review(viewer, id, outcome);
                    return "/oversight/alarms/" + id + "?done=oversight.done.reviewed";
                },
                filled -> page(viewer, id, filled));
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        var alarm = desk.read(viewer, id);
        UUID reviewer = alarm.reviewer();
        return pages.show(
                "oversight/alarm",
                new AlarmPage(
                        line(alarm, organisations()),
                        desk.reasons(viewer, id),
                        reviewer == null ? null : name(reviewer),
                        desk.mayReview(viewer, alarm),
                        AlarmDesk.OUTCOMES.stream()
                                .map(code -> Choice.said(code, "oversight.outcome." + code))
                                .toList(),
                        form));
    }

    private Line line(Alarm alarm, Map<UUID, LocalizedText> names) {
        return new Line(
                alarm, name(alarm.account()), names.getOrDefault(alarm.organisation(), LocalizedText.same("–")));
    }

    private String name(UUID account) {
        return accounts.nameOf(account);
    }

    private Map<UUID, LocalizedText> organisations() {
        return directory.organisations().stream()
                .collect(java.util.stream.Collectors.toMap(Organisation::id, Organisation::name));
    }
}
