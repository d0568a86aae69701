package masar.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Masar serving: packaged as {@code ./run --empty} starts it, or from the classes with options of a drill. */
final class Served implements AutoCloseable {

    private final Process process;
    private final double startSeconds;

    private Served(Process process, double startSeconds) {
        this.process = process;
        this.startSeconds = startSeconds;
    }

    static Served start(Path data, int port) throws IOException {
        return start(
                data,
                port,
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-XX:AOTCache=target/masar/masar.aot",
                        "-jar",
                        "target/masar/masar.jar"));
    }

    /** From the classes as they were compiled, with these options of Java. */
    static Served fromClasses(Path data, int port, List<String> options) throws IOException {
        var words = new ArrayList<>(options);
        words.addAll(List.of("-Xmx1g", "-cp", Filled.classPath(), "masar.Application"));
        return start(data, port, words);
    }

    private static Served start(Path data, int port, List<String> what) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED"));
        words.addAll(what);
        words.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        long begun = System.nanoTime();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Masar is ready")) {
                var drain = Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                assert drain.isVirtual();
                return new Served(process, (System.nanoTime() - begun) / 1e9);
            }
            System.out.println(line);
        }
        throw new IllegalStateException("Masar did not start");
    }

    double startSeconds() {
        return startSeconds;
    }

    long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
