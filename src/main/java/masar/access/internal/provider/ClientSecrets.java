package masar.access.internal.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import masar.directory.Organisation;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The secrets under which providers know Masar. They stand in the environment or in a file that the operator keeps, under
 * a name that follows from the organisation: an administrator of one organisation cannot point at the secret of another.
 */
@Component
class ClientSecrets {

    private static final String FOLDER = "MASAR_OIDC_SECRETS";

    private final Environment environment;

    ClientSecrets(Environment environment) {
        this.environment = environment;
    }

    /** Environment variable in which the operator puts it. */
    static String variable(Organisation organisation) {
        return "MASAR_OIDC_" + organisation.key().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Its value, from the variable or from the file of the organisation's key in the folder of secrets. */
    Optional<String> of(Organisation organisation) {
        String given = environment.getProperty(variable(organisation));
        if (given != null && !given.isBlank()) {
            return Optional.of(given.strip());
        }
        String folder = environment.getProperty(FOLDER);
        if (folder == null || !organisation.key().matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(folder).resolve(organisation.key());
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
