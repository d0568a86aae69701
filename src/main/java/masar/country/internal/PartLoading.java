package masar.country.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets every module load its part of the country named by {@code masar.country}, each beside the start as soon as it is
 * made: parts know nothing of each other until they are checked. A directory named by {@code masar.countries.directory}
 * wins over the jar for the countries it holds.
 */
@Component
final class PartLoading implements BeanPostProcessor {

    private final String country;
    private final String directory;
    private final PackFolder folder;
    private final Map<PackPart, CompletableFuture<Void>> loads = Collections.synchronizedMap(new IdentityHashMap<>());

    PartLoading(Environment settings) {
        this.country = settings.getProperty("masar.country", "lb");
        this.directory = settings.getProperty("masar.countries.directory", "");
        this.folder = reread();
    }

    PackFolder folder() {
        return folder;
    }

    /** The same country as its files stand now. */
    PackFolder reread() {
        if (!country.matches("[a-z]{2}")) {
            throw new PackProblem(country, 0, "masar.country must be two small letters, such as lb");
        }
        if (!directory.isBlank() && Files.isDirectory(Path.of(directory).resolve(country))) {
            return PackSource.inDirectory(Path.of(directory), country);
        }
        return PackSource.inJar(country);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof PackPart part) {
            loads.put(part, CompletableFuture.runAsync(() -> part.load(folder), Thread::startVirtualThread));
        }
        return bean;
    }

    /** Returns when the part is loaded. Throws the {@link PackProblem} that it met. */
    void await(PackPart part) {
        try {
            Objects.requireNonNull(loads.get(part), () -> part + " was made before it could be loaded")
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException problem ? problem : failed;
        }
    }
}
