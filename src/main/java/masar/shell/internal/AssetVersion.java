package masar.shell.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A word that changes whenever a browser library or style changes; written by the build. */
@Component
class AssetVersion {

    private final String value;

    AssetVersion() throws IOException {
        value = new ClassPathResource("static/assets/version.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .strip();
    }

    String value() {
        return value;
    }
}
