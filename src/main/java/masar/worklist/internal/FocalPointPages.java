package masar.worklist.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
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

    /** Names and ends focal points of the viewer's own organisation. */
    @Component
    @Transactional
    static class FocalPointDesk {

        private final FocalPointBook book;
        private final Accounts accounts;
        private final Audit audit;
        private final InstantSource clock;

        FocalPointDesk(FocalPointBook book, Accounts accounts, Audit audit, InstantSource clock) {
            this.book = book;
            this.accounts = accounts;
            this.audit = audit;
            this.clock = clock;
        }

        List<Line> lines(Viewer viewer) {
            CurrentViewer.require(viewer);
            audit.read(new Subject("organisation", viewer.organisation()), "worklist.focal.points");
            var named = book.of(viewer.organisation());
            return colleagues(viewer).stream()
                    .map(each -> new Line(
                            each.account(),
                            each.name(),
                            each.roles().stream().sorted().toList(),
                            named.contains(each.account())))
                    .toList();
        }

        void name(Viewer viewer, UUID account) {
            of(viewer, account);
            Refused.unless(
                    book.name(viewer.organisation(), account, viewer.account(), clock.instant()),
                    "worklist.refused.focal.point.already");
            audit.done(new Subject("account", account), "worklist.focal.point.name");
        }

        void end(Viewer viewer, UUID account) {
            of(viewer, account);
            book.end(viewer.organisation(), account, clock.instant());
            audit.done(new Subject("account", account), "worklist.focal.point.end");
        }

        private void of(Viewer viewer, UUID account) {
            CurrentViewer.require(viewer);
            accounts.colleague(account)
                    .filter(each -> each.organisation().equals(viewer.organisation()))
                    .orElseThrow(Refused::notFound);
        }

        private List<Colleague> colleagues(Viewer viewer) {
            var found = new ArrayList<Colleague>();
            Arrays.stream(Role.values())
                    .flatMap(role -> accounts.colleagues(viewer.organisation(), role).stream())
                    .filter(each ->
                            found.stream().noneMatch(known -> known.account().equals(each.account())))
                    .forEach(found::add);
            return found.stream().sorted(Comparator.comparing(Colleague::name)).toList();
        }
    }
}
