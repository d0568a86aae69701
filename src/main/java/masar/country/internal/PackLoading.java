package masar.country.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import masar.country.Countries;
import masar.country.CountryPack;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the country named by {@code masar.country} when the context starts, then lets every module load its part. A
 * directory named by {@code masar.countries.directory} wins over the jar for the countries it holds.
 */
@Component
final class PackLoading implements Countries, SmartInitializingSingleton {

    private final String country;
    private final String directory;
    private final PackFolder folder;
    private final CountryPack pack;
    private final ObjectProvider<PackPart> parts;

    PackLoading(
            @Value("${masar.country:lb}") String country,
            @Value("${masar.countries.directory:}") String directory,
            ObjectProvider<PackPart> parts) {
        this.country = country;
        this.directory = directory;
        this.folder = find(country, directory);
        this.pack = CountryReading.read(folder);
        this.parts = parts;
    }

    @Override
    public CountryPack current() {
        return pack;
    }

    @Override
    public PackFolder folder() {
        return folder;
    }

    @Override
    public PackFolder reread() {
        return find(country, directory);
    }

    @Override
    public List<PackProblem> faults(PackFolder changed) {
        return PackCheck.of(changed).problems();
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<PackPart> loaded = parts.orderedStream().toList();
        loaded.forEach(part -> part.load(folder));
        loaded.forEach(part -> part.check(folder));
    }

    private static PackFolder find(String country, String directory) {
        if (!country.matches("[a-z]{2}")) {
            throw new PackProblem(country, 0, "masar.country must be two small letters, such as lb");
        }
        if (!directory.isBlank() && Files.isDirectory(Path.of(directory).resolve(country))) {
            return PackSource.inDirectory(Path.of(directory), country);
        }
        return PackSource.inJar(country);
    }
}
