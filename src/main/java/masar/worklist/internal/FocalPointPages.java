package masar.worklist.internal;

import java.util.List;
import java.util.UUID;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
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

/** Supervisors say who of their colleagues are focal points of their organisation. */
@Controller
@Door(Role.SUPERVISOR)
public class FocalPointPages {

    private static final String ADDRESS = "/worklist/focal-points";

    private final FocalPointDesk desk;
    private final Pages pages;

    FocalPointPages(FocalPointDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** A colleague, and whether they are a focal point. */
    public record Line(UUID account, String name, List<Role> roles, boolean named) {}

    /** Everybody of the organisation. */
    public record FocalPointsPage(List<Line> lines, Filled form) {}

    @Bean
    static MenuEntry focalPointsEntry() {
        return new MenuEntry(
                "worklist.menu.focal.points", ADDRESS, "flag", 70, viewer -> viewer.holds(Role.SUPERVISOR));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer) {
        return page(viewer, Filled.empty());
    }

    @PostMapping(ADDRESS + "/{account}")
    ModelAndView name(Viewer viewer, @PathVariable UUID account) {
        return pages.act(
                new Subject("account", account),
                "worklist.focal.point.name",
                () -> {
                    desk.name(viewer, account);
                    return ADDRESS + "?done=worklist.done.focal.point.named";
                },
                filled -> page(viewer, filled));
    }

    @PostMapping(ADDRESS + "/{account}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID account) {
        return pages.act(
                new Subject("account", account),
                "worklist.focal.point.end",
                () -> {
                    desk.end(viewer, account);
                    return ADDRESS + "?done=worklist.done.focal.point.ended";
                },
                filled -> page(viewer, filled));
    }

    private ModelAndView page(Viewer viewer, Filled form) {
        return pages.show("worklist/focal_points", new FocalPointsPage(desk.lines(viewer), form));
    }
}
