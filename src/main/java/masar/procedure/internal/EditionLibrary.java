package masar.procedure.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import masar.country.CountryPack;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.procedure.Edition;
import masar.procedure.Editions;

/** Every folder under {@code procedure/} of the pack is an edition; its {@code edition.yaml} is read here. */
public final class EditionLibrary implements PackPart, Editions {

    private final java.util.function.Supplier<CountryPack> country;
    private List<Edition> editions = List.of();

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
        editions = folder.folders("procedure").stream()
                .map(id -> read(folder, id, organisations))
                .sorted(Comparator.comparing(Edition::validFrom))
                .toList();
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
        return editions.reversed().stream()
                .filter(edition -> !edition.validFrom().isAfter(day))
                .findFirst()
                .orElseGet(editions::getFirst);
    }

    @Override
    public List<Edition> all() {
        return editions;
    }

    private Edition read(PackFolder folder, String id, Set<String> organisations) {
        PackFile file = folder.file("procedure/" + id + "/edition.yaml");
        return new EditionReading(country.get(), organisations).read(file, id);
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
