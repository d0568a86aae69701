package masar.procedure.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import masar.country.Article;
import masar.country.Clock;
import masar.country.Countries;
import masar.country.CountryPack;
import masar.country.Purpose;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Decisions;
import masar.procedure.Edition;
import masar.procedure.Performer;
import masar.procedure.Station;
import masar.procedure.Step;
import masar.procedure.TableCard;
import masar.procedure.WayDiagram;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The procedures as people read them: who does what, by when, on which ground, and what comes next. */
@Controller
@Door
public class ProcedurePages {

    private final EditionLibrary editions;
    private final Decisions decisions;
    private final Countries countries;
    private final Directory directory;
    private final Pages pages;
    private final InstantSource clock;

    ProcedurePages(
            EditionLibrary editions,
            Decisions decisions,
            Countries countries,
            Directory directory,
            Pages pages,
            InstantSource clock) {
        this.editions = editions;
        this.decisions = decisions;
        this.countries = countries;
        this.directory = directory;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * An edition with its diagram, clocks and tables.
     *
     * @param others all editions of the country
     * @param departures whether the reader may see where cases left the way
     */
    public record ProcedurePage(
            Edition edition,
            WayDiagram diagram,
            List<Stretch> stretches,
            List<Clock> clocks,
            List<TableCard> tables,
            List<Edition> others,
            boolean departures,
            boolean publishes) {}

    /** A station with the steps that belong to it. */
    public record Stretch(Station station, List<StepLine> steps) {}

    /**
     * One step.
     *
     * @param performer {@code same}, {@code chosen} or {@code owner}; null when the edition names one organisation
     * @param clocks by urgency in words; one without urgency when it is the same for all
     */
    public record StepLine(
            Step step,
            @Nullable String performer,
            @Nullable LocalizedText organisation,
            List<Deadline> clocks,
            List<Next> next) {}

    /** By when a step is due; the urgency is null when it does not matter. */
    public record Deadline(@Nullable LocalizedText urgency, Clock clock) {}

    /** What an outcome opens; no steps when the way ends there. */
    public record Next(LocalizedText outcome, List<Step> steps) {}

    /** The purposes of exploitation in the law and the articles the pack knows. */
    public record LawPage(LocalizedText country, List<Purpose> purposes, List<Article> articles) {}

    @Bean
    static MenuEntry proceduresEntry() {
        return new MenuEntry("procedure.menu", "/procedures", "signpost-split", 65, viewer -> true);
    }

    @GetMapping("/procedures")
    ModelAndView show(Viewer viewer, @RequestParam(name = "edition", defaultValue = "") String id) {
        var country = countries.current();
        var edition = edition(id);
        var stretches = edition.stations().stream()
                .map(station -> new Stretch(station, steps(edition, station, country)))
                .filter(stretch -> !stretch.steps().isEmpty())
                .toList();
        return pages.show(
                "procedure/procedures",
                new ProcedurePage(
                        edition,
                        new WayDiagram(edition, Map.of()),
                        stretches,
                        List.copyOf(country.clocks().values()),
                        decisions.tables(edition.id()),
                        editions.all(),
                        DeparturePages.isFor(viewer),
                        viewer.holds(Role.COORDINATOR)));
    }

    /** The drawing as its author saved it. */
    @GetMapping("/procedures/diagram")
    ResponseEntity<String> diagram(@RequestParam(name = "edition", defaultValue = "") String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/xml;charset=UTF-8"))
                .body(editions.diagram(edition(id).id()).file().text());
    }

    private Edition edition(String id) {
        if (id.isEmpty()) {
            var zone = countries.current().calendar().zone();
            return editions.current(clock.instant().atZone(zone).toLocalDate());
        }
        return editions.all().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @GetMapping("/procedures/law")
    ModelAndView law() {
        var country = countries.current();
        return pages.show(
                "procedure/law",
                new LawPage(
                        country.name(),
                        List.copyOf(country.law().purposes().values()),
                        List.copyOf(country.law().articles().values())));
    }

    private List<StepLine> steps(Edition edition, Station station, CountryPack country) {
        return edition.steps().values().stream()
                .filter(step -> step.station().equals(station.key()))
                .map(step -> line(edition, step, country))
                .toList();
    }

    private StepLine line(Edition edition, Step step, CountryPack country) {
        var next = new ArrayList<Next>();
        step.then()
                .keySet()
                .forEach(outcome -> next.add(new Next(
                        edition.outcomes().getOrDefault(outcome, LocalizedText.same(outcome)),
                        edition.after(step.key(), outcome))));
        return new StepLine(
                step, performer(step.performer()), organisation(step.performer()), deadlines(step, country), next);
    }

    /** Several urgencies that share a clock are told as one line only when all of them do. */
    private static List<Deadline> deadlines(Step step, CountryPack country) {
        var clocks = new LinkedHashMap<String, String>();
        country.wordList("urgency").words().forEach(word -> clocks.put(word.code(), step.clock(word.code())));
        if (new LinkedHashSet<>(clocks.values()).size() == 1) {
            return List.of(
                    new Deadline(null, country.clock(clocks.values().iterator().next())));
        }
        return clocks.entrySet().stream().map(entry -> deadline(entry, country)).toList();
    }

    private static Deadline deadline(Map.Entry<String, String> entry, CountryPack country) {
        return new Deadline(country.wordList("urgency").text(entry.getKey()), country.clock(entry.getValue()));
    }

    private static @Nullable String performer(Performer performer) {
        return switch (performer) {
            case Performer.Same same -> "same";
            case Performer.Chosen chosen -> "chosen";
            case Performer.Owner owner -> "owner";
            case Performer.Named named -> null;
        };
    }

    private @Nullable LocalizedText organisation(Performer performer) {
        return performer instanceof Performer.Named named
                ? directory
                        .organisation(named.organisation())
                        .map(Organisation::name)
                        .orElse(null)
                : null;
    }
}
