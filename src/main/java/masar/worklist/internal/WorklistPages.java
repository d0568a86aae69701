package masar.worklist.internal;

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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page: what is due, what waits for others, what was done today. */
@Controller
public class WorklistPages {

    private final TaskBook tasks;
    private final Directory directory;
    private final Pages pages;

    WorklistPages(TaskBook tasks, Directory directory, Pages pages) {
        this.tasks = tasks;
        this.directory = directory;
        this.pages = pages;
    }

    /** What the home page shows; organisations are named by id. */
    public record HomePage(
            List<Task> mine,
            List<Task> awaited,
            List<Task> done,
            Map<UUID, LocalizedText> organisations,
            UUID account,
            boolean worksOnCases) {

        public LocalizedText organisation(Task task) {
            return organisations.getOrDefault(task.organisation(), LocalizedText.same("–"));
        }
    }

    @Bean
    static MenuEntry homeEntry() {
        return new MenuEntry("worklist.menu.home", "/", "house", 0, viewer -> true);
    }

    @Door
    @GetMapping("/")
    ModelAndView home(Viewer viewer) {
        var names = directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        return pages.show(
                "worklist/home",
                new HomePage(
                        tasks.mine(viewer),
                        tasks.awaited(viewer),
                        tasks.doneToday(viewer),
                        names,
                        viewer.account(),
                        !viewer.roles().isEmpty()));
    }
}
