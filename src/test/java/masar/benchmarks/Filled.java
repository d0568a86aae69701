package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Data folders filled with many invented cases, kept between drills until a migration changes. */
final class Filled {

    private Filled() {}

    /** Sees to it that this folder holds so many cases; the options go to the process that fills it. */
    static void with(Path data, int cases, String... options) throws IOException, InterruptedException {
        Path filled = data.resolve("filled-%d-%08x".formatted(cases, migrations()));
        if (!Files.exists(filled)) {
            FileSystemUtils.deleteRecursively(data);
            var words = new ArrayList<>(
                    List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx1g"));
            words.addAll(List.of(options));
            words.addAll(List.of(
                    "-cp", classPath(), "masar.benchmarks.ManyCases", data.toString(), Integer.toString(cases), "7"));
            assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
            Files.createFile(filled);
        }
    }

    /** The product and its tests, as the build leaves them. */
    static String classPath() throws IOException {
        return "target/test-classes:target/classes:"
                + Files.readString(Path.of("target/runtime.classpath")).strip();
    }

    /** Changes when a migration does. */
    private static int migrations() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            int hash = 1;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hash = 31 * hash + Arrays.hashCode(Files.readAllBytes(file));
            }
            return hash;
        }
    }
}
