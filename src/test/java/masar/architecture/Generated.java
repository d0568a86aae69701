package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(outOfDate(folder, files))
                .as("%s is out of date; write it with: MASAR_WRITE_DOCS=true ./test", folder)
                .isEmpty();
    }

    /** Files that are missing or say something else than what was drawn now. */
    static List<String> outOfDate(Path folder, Map<String, String> files) throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : new TreeMap<>(files).entrySet()) {
            Path committed = folder.resolve(file.getKey());
            if (!Files.exists(committed)) {
                wrong.add(file.getKey() + " is missing");
            } else if (!Files.readString(committed).equals(file.getValue())) {
                wrong.add(file.getKey() + " should say:\n" + file.getValue());
            }
        }
        return wrong;
    }
}
