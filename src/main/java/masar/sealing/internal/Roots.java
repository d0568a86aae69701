package masar.sealing.internal;

import java.nio.file.Path;
import java.util.Objects;
import masar.launch.CannotStart;
import masar.sealing.RootKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The root keys of this installation: those of a key management service, or of the environment, or of a file. */
@Component
class Roots {

    static final String FILE = "masar.root-key-file";
    private static final String VARIABLE = "MASAR_KEY";

    private final ObjectProvider<RootKeys> service;
    private final Environment environment;
    private @Nullable RootKeys opened;

    Roots(ObjectProvider<RootKeys> service, Environment environment) {
        this.service = service;
        this.environment = environment;
    }

    /** Refused at start when what is given is no key. */
    synchronized RootKeys keys() {
        if (opened == null) {
            opened = service.getIfAvailable(this::ring);
        }
        return opened;
    }

    private KeyRing ring() {
        String file = environment.getProperty(FILE, "");
        return file.isEmpty()
                ? new KeyRing(environment.getProperty(VARIABLE, ""), "the environment variable " + VARIABLE)
                : new KeyRing(new KeyFile(Path.of(file)));
    }

    /** Whether there is a key at all. */
    boolean isEmpty() {
        return keys() instanceof KeyRing ring && ring.isEmpty();
    }

    /** Makes the first key of a new installation and tells the operator where it lies. */
    void makeFirst() {
        String file = environment.getProperty(FILE, "");
        if (file.isEmpty()) {
            throw new CannotStart(VARIABLE + " holds no key.", "set it to 32 random bytes in base 64.");
        }
        keys().makeNewer();
        System.out.println("A key was made that opens what Masar seals: " + file);
        System.out.println("Keep a copy apart from the data folder and its backups: without it nobody reads a name.");
    }

    /** Where the operator finds the keys. */
    String origin() {
        String file = environment.getProperty(FILE, "");
        if (service.getIfAvailable() != null) {
            return "the key management service";
        }
        return file.isEmpty() ? "the environment variable " + VARIABLE : "the file " + Objects.requireNonNull(file);
    }
}
