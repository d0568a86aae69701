package masar.procedure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.Steward;
import masar.audit.Audit;
import masar.procedure.Edition;
import masar.procedure.EditionChanged;
import masar.procedure.Step;
import masar.procedure.internal.MovingBook.Moved;
import masar.procedure.internal.MovingBook.Running;
import masar.procedure.internal.WayStore.WayRow;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves chosen cases from one published edition to another, where every step that is open has its like there. What is
 * open stays open with its time; the engine takes the way up in the new diagram when it next moves. It can be taken back.
 */
@Component
@Transactional
public class MovingDesk {

    private static final int AT_ONCE = 200;

    private final MovingBook book;
    private final WayStore ways;
    private final WayWalk walk;
    private final EditionLibrary editions;
    private final Worklist worklist;
    private final Steward steward;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MovingDesk(
            MovingBook book,
            WayStore ways,
            WayWalk walk,
            EditionLibrary editions,
            Worklist worklist,
            Steward steward,
            Audit audit,
            ApplicationEventPublisher events) {
        this.book = book;
        this.ways = ways;
        this.walk = walk;
        this.editions = editions;
        this.worklist = worklist;
        this.steward = steward;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What would become of one case.
     *
     * @param open names of the steps that are open
     * @param lost those that have no like in the other edition; empty when the case can be moved
     */
    public record Tried(
            Subject subject, String code, String address, List<LocalizedText> open, List<LocalizedText> lost) {}

    /** Tries it with every open case of an edition, at most two hundred, and changes nothing. */
    public List<Tried> tryOut(Viewer viewer, String from, String to) {
        refuseUnlessCoordinator(viewer);
        audit.read(new Subject("account", viewer.account()), "procedure.moving");
        Edition target = published(to);
        return book.running(from, AT_ONCE).stream()
                .map(running -> tried(viewer, running, editions.edition(from), target))
                .toList();
    }

    private Tried tried(Viewer viewer, Running running, Edition from, Edition to) {
        var open = steps(viewer, running.subject(), from);
        return new Tried(
                running.subject(),
                running.code(),
                running.address(),
                open.stream().map(Step::name).toList(),
                lost(open, to));
    }

    private List<Step> steps(Viewer viewer, Subject subject, Edition edition) {
        return worklist.openOn(viewer, subject).stream()
                .map(Task::step)
                .distinct()
                .filter(edition.steps()::containsKey)
                .map(edition::step)
                .toList();
    }

    private static List<LocalizedText> lost(List<Step> open, Edition to) {
        var lost = new ArrayList<LocalizedText>();
        for (Step step : open) {
            Step like = to.steps().get(step.key());
            if (like == null || like.role() != step.role()) {
                lost.add(step.name());
            }
        }
        return lost;
    }

    /** Moves these cases, all or none. */
    public void move(Viewer viewer, String from, String to, Set<UUID> chosen) {
        refuseUnlessCoordinator(viewer);
        Refused.unless(!chosen.isEmpty() && !from.equals(to), "procedure.refused.nothing.chosen");
        published(to);
        var running = book.running(from, AT_ONCE).stream()
                .filter(each -> chosen.contains(each.subject().id()))
                .toList();
        Refused.unless(running.size() == chosen.size(), "shell.refused.not.found");
        running.forEach(each -> move(viewer, each.subject(), to, null));
    }

    /** Takes a moving back, where the steps that are open now have their like in the edition before. */
    public void undo(Viewer viewer, UUID id) {
        refuseUnlessCoordinator(viewer);
        Moved moved = book.find(id).orElseThrow(Refused::notFound);
        Refused.unless(!moved.undone() && !moved.undoes(), "procedure.refused.undone.already");
        move(viewer, moved.subject(), moved.from(), id);
    }

    private void move(Viewer viewer, Subject subject, String to, @Nullable UUID undoes) {
        WayRow way = steward.as(Steward.WAY, () -> ways.findToMove(subject).orElseThrow(Refused::notFound));
        Refused.unless(way.endedAt().isEmpty(), "procedure.refused.way.ended");
        var lost = lost(steps(viewer, subject, editions.edition(way.edition())), editions.edition(to));
        Refused.unless(lost.isEmpty(), "procedure.refused.step.without.like", way.code());
        steward.as(Steward.WAY, () -> {
            way.instance().ifPresent(walk::forget);
            book.change(subject, to);
        });
        book.add(viewer, subject, way.edition(), to, undoes);
        audit.done(subject, "procedure.move");
        events.publishEvent(new EditionChanged(subject, way.edition(), to));
    }

    /** The newest movings, at most this many. */
    @Transactional(readOnly = true)
    public List<Moved> newest(Viewer viewer, int atMost) {
        refuseUnlessCoordinator(viewer);
        return book.newest(atMost);
    }

    private Edition published(String id) {
        return editions.all().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static void refuseUnlessCoordinator(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.COORDINATOR), "shell.refused.not.found");
    }
}
