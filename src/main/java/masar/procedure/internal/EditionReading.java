package masar.procedure.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Reads one edition, and refuses a way that leads nowhere, waits for a clock nobody set, or cannot be reached. */
final class EditionReading {

    private final CountryPack country;
    private final Set<String> organisations;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Map<String, LocalizedText> outcomes = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, PackEntry> stepEntries = new HashMap<>();

    EditionReading(CountryPack country, Set<String> organisations) {
        this.country = country;
        this.organisations = organisations;
    }

    Edition read(PackFile file, String id) {
        PackEntry root = file.yaml()
                .only(
                        "id",
                        "valid-from",
                        "title",
                        "verified",
                        "source",
                        "note",
                        "start",
                        "instruments",
                        "stations",
                        "outcomes",
                        "steps");
        if (!root.get("id").text().equals(id)) {
            throw root.get("id").problem("the id must be the folder's name, " + id);
        }
        root.get("stations").list().forEach(this::station);
        root.get("outcomes").list().forEach(this::outcome);
        root.get("steps").list().forEach(this::step);
        stepEntries.values().forEach(this::checkNextSteps);
        checkReachable(root.get("start"));
        return edition(root, id);
    }

    private Edition edition(PackEntry root, String id) {
        return new Edition(
                id,
                root.get("valid-from").date(),
                root.get("title").localized(),
                root.get("note").localized(),
                root.provenance(),
                root.get("start").text(),
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
    }

    private void step(PackEntry entry) {
        entry.only("key", "station", "name", "role", "organisation", "clock", "basis", "then");
        PackEntry station = entry.get("station");
        if (!stations.containsKey(station.text())) {
            throw station.problem("there is no station '" + station.text() + "'");
        }
        PackEntry basis = entry.get("basis").only("text", "verified");
        Step step = new Step(
                entry.get("key").text(),
                station.text(),
                entry.get("name").localized(),
                entry.get("role").as("a role of Masar, such as case-manager", Role::of),
                performer(entry.get("organisation")),
                clocks(entry.get("clock")),
                new Provenance(basis.get("verified").flag(), basis.get("text").text()),
                then(entry.get("then")));
        if (steps.put(step.key(), step) != null) {
            throw entry.problem("step '" + step.key() + "' stands here twice");
        }
        stepEntries.put(step.key(), entry);
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

    private Map<String, List<String>> then(PackEntry entry) {
        Map<String, List<String>> then = new LinkedHashMap<>();
        entry.fields().forEach((outcome, next) -> {
            if (!outcomes.containsKey(outcome)) {
                throw next.problem("there is no outcome '" + outcome + "'");
            }
            then.put(outcome, next.list().stream().map(PackEntry::text).toList());
        });
        if (then.isEmpty()) {
            throw entry.problem("a step needs at least one outcome");
        }
        return java.util.Collections.unmodifiableMap(then);
    }

    private void checkNextSteps(PackEntry entry) {
        entry.get("then")
                .fields()
                .values()
                .forEach(next -> next.list().forEach(key -> {
                    if (!steps.containsKey(key.text())) {
                        throw key.problem("there is no step '" + key.text() + "'");
                    }
                }));
    }

    private void checkReachable(PackEntry start) {
        if (!steps.containsKey(start.text())) {
            throw start.problem("there is no step '" + start.text() + "'");
        }
        Set<String> reached = new HashSet<>(Set.of(start.text()));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            Step step = steps.get(open.poll());
            if (step != null) {
                step.then().values().stream()
                        .flatMap(List::stream)
                        .filter(reached::add)
                        .forEach(open::add);
            }
        }
        stepEntries.forEach((key, entry) -> {
            if (!reached.contains(key)) {
                throw entry.problem("step '" + key + "' cannot be reached from '" + start.text() + "'");
            }
        });
    }
}
