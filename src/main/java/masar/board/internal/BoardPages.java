package masar.board.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.country.Countries;
import masar.country.Place;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import masar.worklist.Backlog.Narrowing;
import masar.worklist.Backlog.Pile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The coordinators' board, a table for each question. */
@Controller
@Door(Role.COORDINATOR)
public class BoardPages {

    private static final String ELSEWHERE = "none";

    private final BoardDesk desk;
    private final Directory directory;
    private final Countries countries;
    private final Pages pages;
    private final InstantSource clock;

    BoardPages(BoardDesk desk, Directory directory, Countries countries, Pages pages, InstantSource clock) {
        this.desk = desk;
        this.directory = directory;
        this.countries = countries;
        this.pages = pages;
        this.clock = clock;
    }

    /** One pile as it is drawn; the name is empty for what belongs nowhere. */
    public record Line(Pile pile, LocalizedText name) {

        /** The value of the filter that shows this pile alone. */
        public String filter() {
            return pile.key().isEmpty() ? ELSEWHERE : pile.key();
        }
    }

    /** A table of piles of one part. */
    public record Table(String part, List<Line> lines) {}

    /**
     * The board.
     *
     * @param all everything that the filters leave; null when nothing waits
     */
    public record BoardPage(
            @Nullable Pile all,
            List<Table> tables,
            Filled form,
            List<Choice> stations,
            List<Choice> organisations,
            List<Choice> areas,
            Instant at) {

        /** Message key of how long something took: days from two days on, else hours. */
        public String durationKey(Duration duration) {
            return duration.toHours() >= 48 ? "board.days" : "board.hours";
        }

        public long duration(Duration duration) {
            return duration.toHours() >= 48 ? duration.toDays() : duration.toHours();
        }
    }

    @Bean
    static MenuEntry boardEntry() {
        return new MenuEntry("board.menu", "/board", "clipboard-data", 10, viewer -> viewer.holds(Role.COORDINATOR));
    }

    @GetMapping("/board")
    ModelAndView show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String station,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String late) {
        var stations = desk.stations().entrySet().stream()
                .map(each -> Choice.of(each.getKey(), each.getValue()))
                .toList();
        var organisations = directory.organisations().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
        var areas = countries.current().places(Place.Level.GOVERNORATE).stream()
                .map(each -> Choice.of(each.key(), each.name()))
                .toList();
        var narrowing = new Narrowing(
                chosen(station, stations),
                chosen(organisation, organisations).map(UUID::fromString),
                chosen(area, areas),
                late.equals("yes"));
        var lines = desk.lines(viewer, narrowing);
        return pages.show(
                "board/board",
                new BoardPage(
                        lines.containsKey("all") ? lines.get("all").getFirst().pile() : null,
                        List.of("station", "organisation", "area", "step").stream()
                                .map(part -> new Table(part, lines.getOrDefault(part, List.of())))
                                .toList(),
                        Filled.with(
                                Map.of("station", station, "organisation", organisation, "area", area, "late", late)),
                        stations,
                        organisations,
                        areas,
                        clock.instant()));
    }

    /** A value that was not offered narrows nothing. */
    private static Optional<String> chosen(String value, List<Choice> offered) {
        if (value.equals(ELSEWHERE)) {
            return Optional.of(Pile.NOWHERE);
        }
        return offered.stream().map(Choice::value).filter(value::equals).findFirst();
    }
}
