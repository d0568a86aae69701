package masar.worklist.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.shared.LocalizedText;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import masar.worklist.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page: what is late, what is due, what others are late with, what waits for others, what was done today. */
@Controller
public class WorklistPages {

    private final TaskBook tasks;
    private final DeadlineDesk deadlines;
    private final Directory directory;
    private final Pages pages;
    private final InstantSource clock;

    WorklistPages(TaskBook tasks, DeadlineDesk deadlines, Directory directory, Pages pages, InstantSource clock) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.directory = directory;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * What the home page shows; organisations are named by id.
     *
     * @param late tasks of the viewer or their office whose time is over
     * @param due all others of theirs
     */
    public record HomePage(
            List<Mine> late,
            List<Mine> due,
            List<Escalated> escalated,
            List<Task> awaited,
            List<Task> done,
            Map<UUID, LocalizedText> organisations,
            boolean worksOnCases) {

        public LocalizedText organisation(UUID id) {
            return organisations.getOrDefault(id, LocalizedText.same("–"));
        }
    }

    /**
     * A task of the viewer or their office.
     *
     * @param level as whom somebody was told last that it waits; null when nobody was
     * @param told when; null when nobody was
     * @param actedOn until when somebody said that they act; null when nobody did
     */
    public record Mine(
            Task task, @Nullable String level, java.time.@Nullable Instant told, java.time.@Nullable Instant actedOn) {}

    /** A step of others of which the viewer was told, because it waits for long. */
    public record Escalated(
            UUID task,
            String code,
            LocalizedText name,
            UUID organisation,
            java.time.Instant dueAt,
            String level,
            java.time.Instant told,
            java.time.@Nullable Instant actedOn) {}

    @Bean
    static MenuEntry homeEntry() {
        return new MenuEntry("worklist.menu.home", "/", "house", 0, viewer -> true);
    }

    @Door
    @GetMapping("/")
    ModelAndView home(Viewer viewer) {
        var names = directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var now = clock.instant();
        var mine = mine(viewer).stream()
                .collect(Collectors.partitioningBy(each -> each.task().dueAt().isBefore(now)));
        return pages.show(
                "worklist/home",
                new HomePage(
                        java.util.Objects.requireNonNull(mine.get(true)),
                        java.util.Objects.requireNonNull(mine.get(false)),
                        escalated(viewer),
                        tasks.awaited(viewer),
                        tasks.doneToday(viewer),
                        names,
                        !viewer.roles().isEmpty()));
    }

    private List<Mine> mine(Viewer viewer) {
        var found = tasks.mine(viewer);
        var ids = found.stream().map(Task::id).toList();
        var told = deadlines.lastTold(viewer, ids);
        var acted = deadlines.actedOn(viewer, ids);
        return found.stream()
                .map(task -> {
                    var last = told.get(task.id());
                    return new Mine(
                            task,
                            last == null ? null : last.level(),
                            last == null ? null : last.at(),
                            acted.get(task.id()));
                })
                .toList();
    }

    private List<Escalated> escalated(Viewer viewer) {
        var notes = deadlines.escalatedTo(viewer);
        var acted = deadlines.actedOn(
                viewer, notes.stream().map(DeadlineBook.Note::task).toList());
        return notes.stream()
                .map(note -> new Escalated(
                        note.task(),
                        note.code(),
                        note.name(),
                        note.organisation(),
                        note.dueAt(),
                        note.level(),
                        note.toldAt(),
                        acted.get(note.task())))
                .toList();
    }
}
