package masar.procedure.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.procedure.Edition;
import masar.procedure.internal.MovingBook.Moved;
import masar.procedure.internal.MovingDesk.Tried;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Moving chosen cases to another edition: first what would become of each, then the act, and how to take it back. */
@Controller
@Door(Role.COORDINATOR)
public class MovingPages {

    private static final String HERE = "/procedures/moving";
    private static final int NEWEST = 50;

    private final MovingDesk desk;
    private final EditionLibrary library;
    private final Pages pages;

    MovingPages(MovingDesk desk, EditionLibrary library, Pages pages) {
        this.desk = desk;
        this.library = library;
        this.pages = pages;
    }

    /** @param tried empty when both editions are the same */
    public record MovingPage(
            Edition from, Edition to, List<Edition> editions, List<Tried> tried, List<Moved> moved, Filled form) {}

    @GetMapping(HERE)
    ModelAndView show(
            Viewer viewer, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
        return page(viewer, from, to, Filled.empty());
    }

    @Door(value = Role.COORDINATOR, fresh = true)
    @PostMapping(HERE)
    ModelAndView move(
            Viewer viewer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "case", required = false) @Nullable Set<UUID> chosen) {
        return pages.act(
                new Subject("account", viewer.account()),
                "procedure.move",
                () -> {
                    desk.move(viewer, from, to, chosen == null ? Set.of() : chosen);
                    return HERE + "?done=procedure.done.moved";
                },
                filled -> page(viewer, from, to, filled));
    }

    @Door(value = Role.COORDINATOR, fresh = true)
    @PostMapping(HERE + "/{id}/undoing")
    ModelAndView undo(Viewer viewer, @PathVariable UUID id) {
        return pages.act(
                new Subject("account", viewer.account()),
                "procedure.move",
                () -> {
                    desk.undo(viewer, id);
                    return HERE + "?done=procedure.done.moved.back";
                },
                filled -> page(viewer, "", "", filled));
    }

    private ModelAndView page(Viewer viewer, String from, String to, Filled form) {
        Edition before = find(from, true);
        Edition after = find(to, false);
        List<Tried> tried = desk.tryOut(viewer, before.id(), after.id());
        return pages.show(
                "procedure/moving",
                new MovingPage(
                        before,
                        after,
                        library.all(),
                        before.equals(after) ? List.of() : tried,
                        desk.newest(viewer, NEWEST),
                        form));
    }

    private Edition find(String id, boolean first) {
        List<Edition> all = library.all();
        if (id.isEmpty()) {
            return first ? all.getFirst() : all.getLast();
        }
        return all.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
