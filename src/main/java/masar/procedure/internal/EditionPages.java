package masar.procedure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import masar.country.Countries;
import masar.country.PackProblem;
import masar.procedure.Decisions;
import masar.procedure.Edition;
import masar.procedure.internal.EditionDiff.Change;
import masar.procedure.internal.Publication.Shown;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Editions side by side, and how a new one is proposed and published by two people. */
@Controller
@Door(Role.COORDINATOR)
public class EditionPages {

    private static final String HERE = "/procedures/editions";

    private final Publication publication;
    private final EditionLibrary library;
    private final Decisions decisions;
    private final Countries countries;
    private final Pages pages;

    EditionPages(
            Publication publication, EditionLibrary library, Decisions decisions, Countries countries, Pages pages) {
        this.publication = publication;
        this.library = library;
        this.decisions = decisions;
        this.countries = countries;
        this.pages = pages;
    }

    /** @param faults what was wrong with the files, when somebody has just asked */
    public record EditionsPage(List<Shown> editions, String current, List<String> faults, Filled form) {}

    /** Two editions side by side. */
    public record ComparePage(Edition before, Edition after, List<Edition> all, List<Change> changes) {}

    @GetMapping(HERE)
    ModelAndView show(Viewer viewer) {
        return page(viewer, List.of(), Filled.empty());
    }

    @Door(value = Role.COORDINATOR, fresh = true)
    @PostMapping(HERE)
    ModelAndView propose(Viewer viewer) {
        return act(viewer, "procedure.edition.propose", "procedure.done.proposed", () -> publication.propose(viewer));
    }

    @Door(value = Role.COORDINATOR, fresh = true)
    @PostMapping(HERE + "/{edition}/publication")
    ModelAndView publish(Viewer viewer, @PathVariable String edition) {
        return act(
                viewer,
                "procedure.edition.publish",
                "procedure.done.published",
                () -> publication.publish(viewer, edition));
    }

    @Door(value = Role.COORDINATOR, fresh = true)
    @PostMapping(HERE + "/{edition}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable String edition) {
        return pages.act(
                subject(viewer),
                "procedure.edition.withdraw",
                () -> {
                    publication.withdraw(viewer, edition);
                    return HERE + "?done=procedure.done.withdrawn";
                },
                filled -> page(viewer, List.of(), filled));
    }

    /** The files are checked before the transaction begins. */
    private ModelAndView act(Viewer viewer, String what, String done, Runnable act) {
        var faults = new ArrayList<String>();
        return pages.act(
                subject(viewer),
                what,
                () -> {
                    publication.faults().stream().map(PackProblem::getMessage).forEach(faults::add);
                    if (!faults.isEmpty()) {
                        new Problems()
                                .add("", "procedure.refused.edition.faulty")
                                .refuseIfAny();
                    }
                    act.run();
                    return HERE + "?done=" + done;
                },
                filled -> page(viewer, faults, filled));
    }

    private ModelAndView page(Viewer viewer, List<String> faults, Filled form) {
        String current = library.all().getLast().id();
        return pages.show(
                "procedure/editions", new EditionsPage(publication.shown(viewer), current, List.copyOf(faults), form));
    }

    @Door
    @GetMapping("/procedures/compare")
    ModelAndView compare(
            Viewer viewer,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after) {
        boolean drafts = viewer.holds(Role.COORDINATOR);
        List<Edition> all = drafts ? library.loaded() : library.all();
        Edition one = find(all, before).orElse(all.getFirst());
        Edition other = find(all, after).orElse(all.getLast());
        var changes = EditionDiff.between(
                one,
                other,
                decisions.tables(one.id()),
                decisions.tables(other.id()),
                key -> countries.current().clock(key).name());
        return pages.show("procedure/compare", new ComparePage(one, other, all, changes));
    }

    private static Optional<Edition> find(List<Edition> all, String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound));
    }

    private static Subject subject(Viewer viewer) {
        return new Subject("account", viewer.account());
    }
}
