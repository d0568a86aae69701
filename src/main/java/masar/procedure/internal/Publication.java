package masar.procedure.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import masar.audit.Audit;
import masar.country.Countries;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.procedure.Edition;
import masar.procedure.internal.EditionShelf.Entry;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Editions become current by two people: one proposes what lies in the folder of the country, another publishes it. What
 * is wrong with it is said at the proposal and again at the publication; meanwhile the editions that run go on.
 */
@Component
@Transactional
public class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final EditionShelf shelf;
    private final EditionLibrary library;
    private final DecisionLibrary tables;
    private final Countries countries;
    private final Audit audit;
    private final InstantSource clock;

    Publication(
            EditionShelf shelf,
            EditionLibrary library,
            DecisionLibrary tables,
            Countries countries,
            Audit audit,
            InstantSource clock) {
        this.shelf = shelf;
        this.library = library;
        this.tables = tables;
        this.countries = countries;
        this.audit = audit;
        this.clock = clock;
    }

    /** An edition on the shelf; the edition itself is missing when its files are. */
    public record Shown(String id, String state, boolean mine, java.util.Optional<Edition> edition) {}

    /** The first start takes what the pack holds; a later one leaves what nobody published aside. */
    void takeStock() {
        PackFolder folder = countries.folder();
        var known = shelf.entries();
        boolean first = known.values().stream().noneMatch(entry -> entry.is("published"));
        if (first) {
            known = shelf.lock();
        }
        for (Edition edition : library.loaded()) {
            String digest = EditionShelf.digest(folder, edition.id());
            Entry entry = known.get(edition.id());
            if (entry == null && first) {
                shelf.put(edition.id(), digest, "published", null);
            } else if (entry != null && entry.is("published") && !entry.digest().equals(digest)) {
                LOG.warn("edition {} is not as it was published: its files were changed", edition.id());
                shelf.changed(edition.id(), digest);
            }
        }
        library.publish(published());
    }

    /** What another copy of Masar has published in the meantime. */
    void catchUp() {
        Set<String> published = published();
        var loaded = library.loaded().stream().map(Edition::id).collect(Collectors.toSet());
        if (!loaded.containsAll(published)) {
            load(countries.reread());
        }
        library.publish(published);
    }

    /** What a publication of the files that lie there now would refuse. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public List<PackProblem> faults() {
        try {
            return countries.faults(countries.reread());
        } catch (PackProblem problem) {
            return List.of(problem);
        }
    }

    /** Puts every edition of the folder that is not on the shelf there; says which. */
    List<String> propose(Viewer viewer) {
        refuseUnlessCoordinator(viewer);
        PackFolder folder = countries.reread();
        var known = shelf.lock();
        var proposed = new ArrayList<String>();
        for (String id : folder.folders("procedure")) {
            Entry entry = known.get(id);
            if (entry == null || entry.is("withdrawn")) {
                shelf.put(id, EditionShelf.digest(folder, id), "proposed", viewer.account());
                audit.done(subject(id), "procedure.edition.propose");
                proposed.add(id);
            } else {
                refuseUnlessUnchanged(folder, entry);
            }
        }
        Refused.unless(!proposed.isEmpty(), "procedure.refused.nothing.new");
        load(folder);
        return proposed;
    }

    /** Cases may begin under it from its first day on, which must still be to come. */
    void publish(Viewer viewer, String id) {
        refuseUnlessCoordinator(viewer);
        Entry entry = proposed(id);
        Refused.unless(entry.proposedBy().filter(viewer.account()::equals).isEmpty(), "procedure.refused.two.people");
        PackFolder folder = countries.reread();
        refuseUnlessUnchanged(folder, entry);
        load(folder);
        var today =
                clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
        Refused.unless(library.edition(id).validFrom().isAfter(today), "procedure.refused.edition.too.late");
        shelf.decide(id, "published", viewer.account());
        audit.done(subject(id), "procedure.edition.publish");
        library.publish(published());
    }

    void withdraw(Viewer viewer, String id) {
        refuseUnlessCoordinator(viewer);
        proposed(id);
        shelf.decide(id, "withdrawn", viewer.account());
        audit.done(subject(id), "procedure.edition.withdraw");
    }

    /** What is on the shelf, the published ones first. */
    @Transactional(readOnly = true)
    public List<Shown> shown(Viewer viewer) {
        CurrentViewer.require(viewer);
        return shelf.entries().values().stream()
                .map(entry -> new Shown(
                        entry.edition(),
                        entry.state(),
                        entry.proposedBy().filter(viewer.account()::equals).isPresent(),
                        library.loaded().stream()
                                .filter(edition -> edition.id().equals(entry.edition()))
                                .findFirst()))
                .toList();
    }

    private Entry proposed(String id) {
        Entry entry = shelf.lock().get(id);
        Refused.unless(entry != null && entry.is("proposed"), "shell.refused.not.found");
        return java.util.Objects.requireNonNull(entry);
    }

    private static void refuseUnlessUnchanged(PackFolder folder, Entry entry) {
        boolean there = folder.has("procedure/" + entry.edition() + "/edition.yaml");
        Refused.unless(
                there && EditionShelf.digest(folder, entry.edition()).equals(entry.digest()),
                "procedure.refused.edition.changed",
                entry.edition());
    }

    private void load(PackFolder folder) {
        library.load(folder);
        tables.load(folder);
    }

    private Set<String> published() {
        return shelf.entries().values().stream()
                .filter(entry -> entry.is("published"))
                .map(Entry::edition)
                .collect(Collectors.toSet());
    }

    private static void refuseUnlessCoordinator(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.COORDINATOR), "shell.refused.not.found");
    }

    /** Editions have names, not ids; the audit wants an id. */
    private static Subject subject(String edition) {
        return new Subject(
                "edition", java.util.UUID.nameUUIDFromBytes(edition.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
