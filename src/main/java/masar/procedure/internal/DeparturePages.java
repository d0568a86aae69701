package masar.procedure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Departure;
import masar.procedure.Departures;
import masar.procedure.Editions;
import masar.procedure.Step;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where cases left the way of their edition, how often and why. */
@Controller
@Door({Role.SUPERVISOR, Role.COORDINATOR})
public class DeparturePages {

    private static final int NEWEST = 200;

    private final Departures departures;
    private final Editions editions;
    private final Countries countries;
    private final Directory directory;
    private final Pages pages;

    DeparturePages(Departures departures, Editions editions, Countries countries, Directory directory, Pages pages) {
        this.departures = departures;
        this.editions = editions;
        this.countries = countries;
        this.directory = directory;
        this.pages = pages;
    }

    /** How often something happened at a step; the kind is {@code skipped}, {@code opened} or {@code turn}. */
    public record Count(String kind, LocalizedText step, int times) {}

    /** One departure in words. */
    public record Line(Departure departure, LocalizedText step, LocalizedText reason, LocalizedText organisation) {}

    /** @param lines the newest; counts are of these */
    public record DeparturesPage(List<Count> counts, List<Line> lines) {}

    static boolean isFor(Viewer viewer) {
        return viewer.holds(Role.SUPERVISOR) || viewer.holds(Role.COORDINATOR);
    }

    @GetMapping("/procedures/departures")
    ModelAndView show(Viewer viewer) {
        var newest = departures.newest(viewer, NEWEST);
        return pages.show(
                "procedure/departures",
                new DeparturesPage(
                        counts(viewer, newest), newest.stream().map(this::line).toList()));
    }

    private List<Count> counts(Viewer viewer, List<Departure> newest) {
        Map<String, Count> counted = new LinkedHashMap<>();
        for (Departure departure : newest) {
            String kind = departure.kind().code();
            counted.merge(
                    kind + " " + departure.step(),
                    new Count(kind, step(departure.step()), 1),
                    (before, one) -> new Count(kind, before.step(), before.times() + 1));
        }
        var counts = new ArrayList<>(counted.values());
        departures.outOfTurn(viewer).forEach((step, times) -> counts.add(new Count("turn", step(step), times)));
        return counts;
    }

    private Line line(Departure departure) {
        var organisation = directory.organisations().stream()
                .filter(each -> each.id().equals(departure.organisation()))
                .map(Organisation::name)
                .findFirst()
                .orElse(LocalizedText.same("–"));
        return new Line(
                departure,
                step(departure.step()),
                countries.current().wordList("departure-reason").text(departure.reason()),
                organisation);
    }

    /** Named as the latest edition that has it names it. */
    private LocalizedText step(String key) {
        return editions.all().reversed().stream()
                .flatMap(edition -> Stream.ofNullable(edition.steps().get(key)))
                .map(Step::name)
                .findFirst()
                .orElse(LocalizedText.same(key));
    }
}
