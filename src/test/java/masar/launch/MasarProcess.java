package masar.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Masar as an operator starts it: a process of its own, whose words and exit code are all one sees. */
final class MasarProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("Masar is ready: http://localhost:(\\d+)/");

    private static final String DATABASE_URL = "MASAR_DATABASE_URL";

    private final Process process;
    private final Path log;
    private final Path data;

    private MasarProcess(Process process, Path log, Path data) {
        this.process = process;
        this.log = log;
        this.data = data;
    }

    /** As it is shipped. */
    static MasarProcess shipped(Path data, String... arguments) {
        return start("masar.Application", "target/classes", data, Map.of(), arguments);
    }

    /** As it is shipped, with a PostgreSQL of somebody else. */
    static MasarProcess shippedWithDatabase(String url, Path data, String... arguments) {
        return start("masar.Application", "target/classes", data, Map.of(DATABASE_URL, url), arguments);
    }

    /** With the invented world. */
    static MasarProcess demonstration(Path data, String... arguments) {
        return start("masar.demo.DemoApplication", "target/test-classes:target/classes", data, Map.of(), arguments);
    }

    private static MasarProcess start(
            String main, String classes, Path data, Map<String, String> environment, String... arguments) {
        try {
            Path log = Files.createTempFile(data.getParent(), "masar", ".out");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classes + ":" + Files.readString(Path.of("target/runtime.classpath")),
                    main,
                    "--data",
                    data.toString()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().remove(DATABASE_URL);
            builder.environment().putAll(environment);
            return new MasarProcess(builder.start(), log, data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until pages are served; returns the port. */
    int port() {
        return Integer.parseInt(said(READY).group(1));
    }

    /** Waits until it has said this. */
    MatchResult said(Pattern words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            var found = words.matcher(output());
            if (found.find()) {
                return found;
            }
            pause();
        }
        throw new IllegalStateException("Masar does not say " + words + ":\n" + output());
    }

    /** Waits until it has ended by itself; returns the exit code. */
    int exitCode() {
        return await();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As a power cut would: kill -9. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As an operator would: with time to finish. */
    void stop() {
        process.destroy();
        await();
    }

    /** Stops it, and the database that it may have left behind when it was killed. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        Path file = data.resolve("postgres/postmaster.pid");
        try {
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readAllLines(file).getFirst().trim());
                ProcessHandle.of(pid)
                        .filter(left -> left.info().command().orElse("").endsWith("postgres"))
                        .ifPresent(left -> {
                            left.destroy();
                            left.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                        });
            }
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private int await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Masar does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
