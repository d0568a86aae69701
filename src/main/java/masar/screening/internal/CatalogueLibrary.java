package masar.screening.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackRow;
import masar.screening.ForcedLabourSign;
import masar.screening.Indicator;
import masar.screening.IndicatorCatalogue;
import masar.screening.IndicatorDimension;
import masar.screening.IndicatorList;
import masar.screening.Strength;

/** The catalogues of indicators under {@code indicators/} of the pack: YAML files; and mappings to them: CSV files. */
public final class CatalogueLibrary implements PackPart {

    private Map<String, IndicatorCatalogue> catalogues = Map.of();
    private List<ForcedLabourSign> signs = List.of();

    @Override
    public void load(PackFolder folder) {
        Map<String, IndicatorCatalogue> found = new LinkedHashMap<>();
        for (PackFile file : folder.list("indicators", ".yaml")) {
            IndicatorCatalogue catalogue = read(file);
            found.put(catalogue.id(), catalogue);
        }
        Set<String> codes = found.values().stream()
                .flatMap(catalogue -> catalogue.indicators().keySet().stream())
                .collect(Collectors.toSet());
        List<ForcedLabourSign> mapped = folder.list("indicators", ".csv").stream()
                .flatMap(file -> file.table("code", "ar", "fr", "en", "indicators", "verified", "source").stream())
                .map(row -> sign(row, codes))
                .toList();
        catalogues = Map.copyOf(found);
        signs = mapped;
    }

    /** Throws {@link IllegalArgumentException} when the pack has no such catalogue. */
    IndicatorCatalogue catalogue(String id) {
        IndicatorCatalogue catalogue = catalogues.get(id);
        if (catalogue == null) {
            throw new IllegalArgumentException("no catalogue of indicators '" + id + "'");
        }
        return catalogue;
    }

    List<ForcedLabourSign> signs() {
        return signs;
    }

    private static ForcedLabourSign sign(PackRow row, Set<String> codes) {
        Set<String> indicators = Set.of(row.text("indicators").split(" +"));
        indicators.stream().filter(code -> !codes.contains(code)).findFirst().ifPresent(code -> {
            throw row.problem("there is no indicator '" + code + "'");
        });
        return new ForcedLabourSign(row.text("code"), row.localized(""), indicators, row.provenance());
    }

    private static IndicatorCatalogue read(PackFile file) {
        PackEntry root =
                file.yaml().only("id", "version", "title", "verified", "source", "dimensions", "lists", "indicators");
        if (!root.get("id").text().equals(file.stem())) {
            throw root.get("id").problem("the id must be the file's name, " + file.stem());
        }
        List<IndicatorDimension> dimensions = root.get("dimensions").list().stream()
                .map(CatalogueLibrary::dimension)
                .toList();
        Map<String, IndicatorList> lists = new LinkedHashMap<>();
        root.get("lists").list().forEach(entry -> putOnce(lists, entry.get("key"), list(entry)));
        Set<String> keys = dimensions.stream().map(IndicatorDimension::key).collect(Collectors.toSet());
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        root.get("indicators")
                .list()
                .forEach(entry -> putOnce(indicators, entry.get("code"), indicator(entry, keys, lists.keySet())));
        return new IndicatorCatalogue(
                root.get("id").text(),
                root.get("version").text(),
                root.get("title").localized(),
                root.provenance(),
                dimensions,
                Collections.unmodifiableMap(lists),
                Collections.unmodifiableMap(indicators));
    }

    private static IndicatorDimension dimension(PackEntry entry) {
        entry.only("key", "code", "input", "name");
        return new IndicatorDimension(
                entry.get("key").text(),
                entry.get("code").text(),
                entry.get("input").text(),
                entry.get("name").localized());
    }

    private static IndicatorList list(PackEntry entry) {
        entry.only("key", "provisional", "verified", "source", "name");
        return new IndicatorList(
                entry.get("key").text(),
                entry.get("name").localized(),
                entry.get("provisional").flag(),
                entry.provenance());
    }

    private static Indicator indicator(PackEntry entry, Set<String> dimensions, Set<String> lists) {
        entry.only("code", "dimension", "strength", "name", "note");
        PackEntry dimension = entry.get("dimension");
        if (!dimensions.contains(dimension.text())) {
            throw dimension.problem("there is no dimension '" + dimension.text() + "'");
        }
        PackEntry strengths = entry.get("strength").only(lists.toArray(String[]::new));
        Map<String, Strength> byList = new LinkedHashMap<>();
        for (String list : lists) {
            byList.put(list, strengths.get(list).as("strong, medium, weak or none", Strength::of));
        }
        return new Indicator(
                entry.get("code").text(), dimension.text(), entry.get("name").localized(), Map.copyOf(byList));
    }

    private static <T> void putOnce(Map<String, T> map, PackEntry key, T value) {
        if (map.put(key.text(), value) != null) {
            throw key.problem("'" + key.text() + "' stands here twice");
        }
    }
}
