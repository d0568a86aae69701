package masar.procedure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import masar.country.CountryPack;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.Provenance;
import masar.procedure.Edition;
import masar.procedure.Performer;
import masar.procedure.Station;
import masar.procedure.Step;
import masar.shared.LocalizedText;
import masar.shared.Role;

/** Reads the words of one edition beside its diagram, and refuses a step whose clock, role or performer nobody knows. */
final class EditionReading {

    private final CountryPack country;
    private final Set<String> organisations;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, LocalizedText> outcomes = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, PackEntry> outcomeEntries = new LinkedHashMap<>();

    EditionReading(CountryPack country, Set<String> organisations) {
        this.country = country;
        this.organisations = organisations;
    }

    Edition read(PackFile file, Diagram diagram, String id) {
        PackEntry root = file.yaml()
                .only(
                        "id",
                        "valid-from",
                        "title",
                        "verified",
                        "source",
                        "note",
                        "instruments",
                        "stations",
                        "outcomes",
                        "steps");
        if (!root.get("id").text().equals(id)) {
            throw root.get("id").problem("the id must be the folder's name, " + id);
        }
        root.get("stations").list().forEach(this::station);
        root.get("outcomes").list().forEach(this::outcome);
        DiagramPaths.Found way = DiagramPaths.of(diagram);
        root.get("steps").list().forEach(entry -> step(entry, way.then()));
        checkDiagram(diagram, way);
        return edition(root, id, way.first());
    }

    private Edition edition(PackEntry root, String id, String first) {
        return new Edition(
                id,
                root.get("valid-from").date(),
                root.get("title").localized(),
                root.get("note").localized(),
                root.provenance(),
                first,
                instruments(root.get("instruments")),
                new ArrayList<>(stations.values()),
                outcomes,
                steps);
    }

    private static Map<String, String> instruments(PackEntry entry) {
        Map<String, String> instruments = new LinkedHashMap<>();
        entry.fields().forEach((purpose, instrument) -> instruments.put(purpose, instrument.text()));
        return instruments;
    }

    private void station(PackEntry entry) {
        entry.only("key", "name");
        Station station = new Station(entry.get("key").text(), entry.get("name").localized());
        if (stations.put(station.key(), station) != null) {
            throw entry.problem("station '" + station.key() + "' stands here twice");
        }
    }

    private void outcome(PackEntry entry) {
        entry.only("key", "name");
        if (outcomes.put(entry.get("key").text(), entry.get("name").localized()) != null) {
            throw entry.problem("outcome '" + entry.get("key").text() + "' stands here twice");
        }
        outcomeEntries.put(entry.get("key").text(), entry);
    }

    private void step(PackEntry entry, Map<String, Map<String, List<String>>> then) {
        entry.only("key", "station", "name", "role", "organisation", "clock", "basis", "any-time");
        String key = entry.get("key").text();
        if (!then.containsKey(key)) {
            throw entry.problem("step '" + key + "' is not drawn in the diagram");
        }
        PackEntry station = entry.get("station");
        if (!stations.containsKey(station.text())) {
            throw station.problem("there is no station '" + station.text() + "'");
        }
        PackEntry basis = entry.get("basis").only("text", "verified");
        Step step = new Step(
                key,
                station.text(),
                entry.get("name").localized(),
                entry.get("role").as("a role of Masar, such as case-manager", Role::of),
                performer(entry.get("organisation")),
                clocks(entry.get("clock")),
                new Provenance(basis.get("verified").flag(), basis.get("text").text()),
                entry.find("any-time").map(PackEntry::flag).orElse(false),
                then.getOrDefault(key, Map.of()));
        if (steps.put(step.key(), step) != null) {
            throw entry.problem("step '" + step.key() + "' stands here twice");
        }
    }

    private Performer performer(PackEntry entry) {
        Performer performer = Performer.of(entry.text());
        if (performer instanceof Performer.Named named && !organisations.contains(named.organisation())) {
            throw entry.problem("there is no organisation '" + named.organisation() + "'; or write same, chosen");
        }
        return performer;
    }

    private Map<String, String> clocks(PackEntry entry) {
        if (entry.isText()) {
            return Map.of(Step.ANY, clock(entry));
        }
        Map<String, String> clocks = new LinkedHashMap<>();
        entry.fields().forEach((urgency, clock) -> {
            if (!country.wordList("urgency").has(urgency)) {
                throw clock.problem("there is no urgency '" + urgency + "'");
            }
            clocks.put(urgency, clock(clock));
        });
        country.wordList("urgency").words().forEach(word -> {
            if (!clocks.containsKey(word.code())) {
                throw entry.problem("no clock for urgency '" + word.code() + "'");
            }
        });
        return clocks;
    }

    private String clock(PackEntry entry) {
        if (!country.clocks().containsKey(entry.text())) {
            throw entry.problem("there is no clock '" + entry.text() + "' in clocks.yaml");
        }
        return entry.text();
    }

    /** The diagram and the words beside it must tell of the same steps, roles and outcomes. */
    private void checkDiagram(Diagram diagram, DiagramPaths.Found way) {
        for (Diagram.Node node : diagram.steps()) {
            Step step = steps.get(node.id());
            if (step == null) {
                throw diagram.file().problem(node.line(), "edition.yaml says nothing of step '" + node.id() + "'");
            }
            checkLane(diagram, node, step);
        }
        for (Diagram.Flow flow : diagram.flows()) {
            flow.outcome().filter(outcome -> !outcomes.containsKey(outcome)).ifPresent(outcome -> {
                throw diagram.file()
                        .problem(
                                flow.line(),
                                "arrow '" + flow.id() + "' asks for '" + outcome
                                        + "', which is no outcome of edition.yaml");
            });
        }
        outcomeEntries.forEach((outcome, entry) -> {
            if (way.then().values().stream().noneMatch(then -> then.containsKey(outcome))) {
                throw entry.problem("no arrow of the diagram asks for outcome '" + outcome + "'");
            }
        });
    }

    private void checkLane(Diagram diagram, Diagram.Node node, Step step) {
        Diagram.Lane lane = Objects.requireNonNull(diagram.lanes().get(node.id()));
        if (Arrays.stream(Role.values()).noneMatch(role -> role.code().equals(lane.role()))) {
            throw diagram.file()
                    .problem(lane.line(), "lane '" + lane.id() + "' is no role of Masar, such as case-manager");
        }
        if (!lane.role().equals(step.role().code())) {
            throw diagram.file()
                    .problem(
                            node.line(),
                            "step '" + node.id() + "' stands in lane '" + lane.id() + "', but edition.yaml gives it to "
                                    + step.role().code());
        }
        lane.organisation()
                .filter(organisation -> !step.performer().equals(new Performer.Named(organisation)))
                .ifPresent(organisation -> {
                    throw diagram.file()
                            .problem(
                                    node.line(),
                                    "step '" + node.id() + "' stands in the lane of '" + organisation
                                            + "', but edition.yaml does not give it to that organisation");
                });
    }
}
