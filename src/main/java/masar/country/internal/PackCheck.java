package masar.country.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.country.CountryPack;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;

/**
 * Everything that is wrong with a folder, as far as it can be seen at once: each part names the first problem it meets,
 * and claims without a source are all named.
 */
final class PackCheck {

    private final PackFolder folder;
    private final Map<String, PackProblem> problems = new LinkedHashMap<>();

    private PackCheck(PackFolder folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param pack empty when not even the country itself could be read
     */
    record Findings(Optional<CountryPack> pack, List<PackProblem> problems, PackFlags flags) {}

    static Findings of(PackFolder folder) {
        return new PackCheck(folder).findings();
    }

    private Findings findings() {
        Optional<CountryPack> pack = Optional.empty();
        try {
            var read = CountryReading.read(folder);
            pack = Optional.of(read);
            PackParts.each(folder, read, this::check);
        } catch (PackProblem problem) {
            add(problem);
        }
        var flags = PackFlags.of(folder);
        flags.problems().forEach(this::add);
        return new Findings(pack, new ArrayList<>(problems.values()), flags);
    }

    private void check(List<PackPart> parts) {
        parts.forEach(part -> attempt(() -> part.load(folder)));
        if (problems.isEmpty()) {
            parts.forEach(part -> attempt(() -> part.check(folder)));
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (PackProblem problem) {
            add(problem);
        }
    }

    private void add(PackProblem problem) {
        problems.putIfAbsent(problem.file() + ":" + problem.line(), problem);
    }
}
