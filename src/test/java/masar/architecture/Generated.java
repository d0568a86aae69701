package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documentation that a test writes: compared with what is committed. {@code MASAR_WRITE_DOCS=true} writes it anew.
 */
final class Generated {

    private Generated() {}

    static void matches(Path folder, Map<String, String> files) throws IOException {
        if ("true".equals(System.getenv("MASAR_WRITE_DOCS"))) {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        var committed = new TreeMap<String, String>();
        for (String name : files.keySet()) {
            Path file = folder.resolve(name);
            committed.put(name, Files.exists(file) ? Files.readString(file) : "missing");
        }
        assertThat(committed)
                .as("%s is out of date; write it with: MASAR_WRITE_DOCS=true ./test", folder)
                .isEqualTo(new TreeMap<>(files));
    }
}
