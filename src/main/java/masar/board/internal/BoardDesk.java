package masar.board.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.audit.Audit;
import masar.board.internal.BoardPages.Line;
import masar.country.Countries;
import masar.country.Place;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Edition;
import masar.procedure.Editions;
import masar.procedure.Station;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Backlog;
import masar.worklist.Backlog.Narrowing;
import masar.worklist.Backlog.Pile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the numbers of what waits under the words of the country. */
@Component
@Transactional
class BoardDesk {

    private final Backlog backlog;
    private final Editions editions;
    private final Directory directory;
    private final Countries countries;
    private final Audit audit;

    BoardDesk(Backlog backlog, Editions editions, Directory directory, Countries countries, Audit audit) {
        this.backlog = backlog;
        this.editions = editions;
        this.directory = directory;
        this.countries = countries;
        this.audit = audit;
    }

    /** The lines of each part, under the name of the part. */
    Map<String, List<Line>> lines(Viewer viewer, Narrowing narrowing) {
        CurrentViewer.require(viewer);
        audit.read(new Subject("organisation", viewer.organisation()), "board.read");
        Map<String, LocalizedText> stations = stations();
        var found = new HashMap<String, List<Line>>();
        for (Pile pile : backlog.piles(viewer, stationOfStep(), narrowing)) {
            found.computeIfAbsent(pile.part(), part -> new ArrayList<>()).add(new Line(pile, name(pile, stations)));
        }
        var order = List.copyOf(stations.keySet());
        found.getOrDefault("station", new ArrayList<>())
                .sort(java.util.Comparator.comparingInt(
                        line -> place(order, line.pile().key())));
        return found;
    }

    /** Steps beside the way come last. */
    private static int place(List<String> order, String station) {
        int place = order.indexOf(station);
        return place < 0 ? order.size() : place;
    }

    private LocalizedText name(Pile pile, Map<String, LocalizedText> stations) {
        return switch (pile.part()) {
            case "station" -> stations.getOrDefault(pile.key(), LocalizedText.same("–"));
            case "organisation" ->
                directory
                        .organisation(UUID.fromString(pile.key()))
                        .map(Organisation::name)
                        .orElse(LocalizedText.same("–"));
            case "area" ->
                countries.current().place(pile.key()).map(Place::name).orElse(LocalizedText.same("–"));
            default -> pile.name();
        };
    }

    /** The stations of all editions, the newest edition's words and order first. */
    Map<String, LocalizedText> stations() {
        var names = new LinkedHashMap<String, LocalizedText>();
        for (Edition edition : editions.all().reversed()) {
            for (Station station : edition.stations()) {
                names.putIfAbsent(station.key(), station.name());
            }
        }
        return names;
    }

    private Map<String, String> stationOfStep() {
        var stations = new HashMap<String, String>();
        for (Edition edition : editions.all().reversed()) {
            edition.steps().values().forEach(step -> stations.putIfAbsent(step.key(), step.station()));
        }
        return stations;
    }
}
