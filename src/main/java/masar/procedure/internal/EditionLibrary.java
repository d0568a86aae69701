package masar.procedure.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import masar.country.CountryPack;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.procedure.Edition;
import masar.procedure.Editions;

/** Every folder under {@code procedure/} of the pack is an edition; its diagram and {@code edition.yaml} are read here. */
public final class EditionLibrary implements PackPart, Editions {

    /** Drawn once for every edition that has no diagram of its own. */
    private static final String SHARED = "procedure/way.bpmn";

    private final java.util.function.Supplier<CountryPack> country;
    private volatile List<Edition> editions = List.of();
    private volatile Map<String, Diagram> diagrams = Map.of();
    private volatile Set<String> published = Set.of();

    /** Clocks and urgencies that editions name are looked up in the country's pack. */
    public EditionLibrary(java.util.function.Supplier<CountryPack> country) {
        this.country = country;
    }

    @Override
    public void load(PackFolder folder) {
        if (folder.folders("procedure").isEmpty()) {
            throw folder.file("country.yaml").problem(0, "the pack has no edition of the procedures");
        }
        Set<String> organisations = organisations(folder);
        Map<String, Diagram> drawn = new HashMap<>();
        editions = folder.folders("procedure").stream()
                .map(id -> read(folder, id, organisations, drawn))
                .sorted(Comparator.comparing(Edition::validFrom))
                .toList();
        diagrams = Map.copyOf(drawn);
    }

    /** Cases begin under these editions only; before it is called, under any. */
    void publish(Set<String> ids) {
        published = Set.copyOf(ids);
    }

    /** All editions of the pack, those that are not published as well. */
    List<Edition> loaded() {
        return editions;
    }

    @Override
    public Edition edition(String id) {
        return editions.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edition '" + id + "'"));
    }

    @Override
    public Edition current(LocalDate day) {
        return all().reversed().stream()
                .filter(edition -> !edition.validFrom().isAfter(day))
                .findFirst()
                .orElseGet(() -> all().getFirst());
    }

    @Override
    public List<Edition> all() {
        Set<String> ids = published;
        return ids.isEmpty()
                ? editions
                : editions.stream()
                        .filter(edition -> ids.contains(edition.id()))
                        .toList();
    }

    private Edition read(PackFolder folder, String id, Set<String> organisations, Map<String, Diagram> drawn) {
        PackFile file = folder.file("procedure/" + id + "/edition.yaml");
        Diagram diagram = DiagramReading.read(folder.file(diagramOf(folder, id)));
        drawn.put(id, diagram);
        return new EditionReading(country.get(), organisations).read(file, diagram, id);
    }

    static String diagramOf(PackFolder folder, String id) {
        String own = "procedure/" + id + "/way.bpmn";
        return folder.has(own) || !folder.has(SHARED) ? own : SHARED;
    }

    /** The diagram of an edition as it was drawn. Throws {@link IllegalArgumentException} when there is no such edition. */
    Diagram diagram(String edition) {
        Diagram diagram = diagrams.get(edition);
        if (diagram == null) {
            throw new IllegalArgumentException("no edition '" + edition + "'");
        }
        return diagram;
    }

    private static Set<String> organisations(PackFolder folder) {
        if (!folder.has("organisations.yaml")) {
            return Set.of();
        }
        return folder.file("organisations.yaml").yaml().get("organisations").list().stream()
                .map(entry -> entry.get("key").text())
                .collect(Collectors.toSet());
    }
}
