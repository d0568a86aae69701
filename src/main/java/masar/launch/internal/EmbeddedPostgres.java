package masar.launch.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import masar.launch.CannotStart;

/**
 * A PostgreSQL of Masar's own in the data folder: listens on this machine only, asks for passwords (SCRAM), checks its
 * pages, and keeps every acknowledged write (default durability). Stops after Spring has.
 */
final class EmbeddedPostgres {

    private static final String ADMINISTRATOR = "masar_admin";
    private static final String DATABASE = "masar";

    private final DataFolder folder;
    private final int port;
    private final Path binaries;
    private volatile boolean runs;

    private EmbeddedPostgres(DataFolder folder, int port, Path binaries) {
        this.folder = folder;
        this.port = port;
        this.binaries = binaries;
    }

    /** The cluster of this folder, not yet started. */
    static EmbeddedPostgres in(DataFolder folder) {
        Path binaries = PostgresBinaries.unpacked(folder.path());
        requireSameVersion(folder);
        return new EmbeddedPostgres(folder, freePort(), binaries);
    }

    /** Initialises the cluster when the folder is new, and starts it. */
    void start() {
        stopWhatAKilledMasarLeft(folder);
        if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            initialise();
        }
        launch();
    }

    /** The cluster that another process of this folder has started. */
    static EmbeddedPostgres running(DataFolder folder) {
        var lines = postmasterFile(folder)
                .orElseThrow(() -> new CannotStart(
                        "another Masar holds the data folder but its database is not up yet.", "try again."));
        return new EmbeddedPostgres(folder, Integer.parseInt(lines.get(3).trim()), folder.path());
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String administratorUrl() {
        return url() + "?user=" + ADMINISTRATOR + "&password="
                + folder.secrets().of(ADMINISTRATOR);
    }

    /** Does nothing when it never came to run. */
    void stop() {
        if (!runs) {
            return;
        }
        run(List.of("bin/pg_ctl", "stop", "-D", folder.cluster().toString(), "-m", "fast", "-w", "-t", "60"), "stop");
    }

    private void initialise() {
        Path beside = folder.path().resolve("postgres-initialising");
        try {
            deleteTree(beside);
            Path password = Files.createTempFile(folder.path(), "administrator", ".password");
            try {
                Files.writeString(password, folder.secrets().of(ADMINISTRATOR));
                run(
                        List.of(
                                "bin/initdb",
                                "-D",
                                beside.toString(),
                                "-U",
                                ADMINISTRATOR,
                                "--pwfile",
                                password.toString(),
                                "--auth=scram-sha-256",
                                "--data-checksums",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=icu",
                                "--icu-locale=und"),
                        "initialise");
            } finally {
                Files.delete(password);
            }
            Files.writeString(beside.resolve("postgresql.auto.conf"), PostgresSettings.TEXT);
            Files.move(beside, folder.cluster());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void launch() {
        run(
                List.of(
                        "bin/pg_ctl",
                        "start",
                        "-D",
                        folder.cluster().toString(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        folder.path().resolve("postgres.log").toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"),
                "start");
        runs = true;
        createDatabaseOnce();
    }

    private void createDatabaseOnce() {
        String url = administratorUrl().replace("/" + DATABASE + "?", "/postgres?");
        try (var connection = java.sql.DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (java.sql.SQLException refused) {
            throw new CannotStart(
                    "the embedded database does not answer (" + refused.getMessage() + ").",
                    "look at " + folder.path().resolve("postgres.log"),
                    refused);
        }
    }

    private static void requireSameVersion(DataFolder folder) {
        Path version = folder.cluster().resolve("PG_VERSION");
        try {
            if (Files.exists(version) && !Files.readString(version).trim().equals(PostgresBinaries.MAJOR_VERSION)) {
                throw new CannotStart(
                        "the data folder " + folder.path() + " was written by PostgreSQL "
                                + Files.readString(version).trim() + ", this Masar brings "
                                + PostgresBinaries.MAJOR_VERSION + ".",
                        "start it with the Masar that wrote it, export the data, and import them here.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void stopWhatAKilledMasarLeft(DataFolder folder) {
        postmasterFile(folder)
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().trim())))
                .filter(process -> process.info().command().orElse("postgres").endsWith("postgres"))
                .ifPresent(EmbeddedPostgres::interrupt);
    }

    private static void interrupt(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(60, TimeUnit.SECONDS);
        } catch (Exception stillRunning) {
            throw new CannotStart(
                    "a database left by an earlier Masar (process " + postmaster.pid() + ") does not stop.",
                    "stop that process, then start again.",
                    stillRunning);
        }
    }

    private static Optional<List<String>> postmasterFile(DataFolder folder) {
        Path file = folder.cluster().resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readAllLines(file)).filter(l -> l.size() >= 4)
                    : Optional.empty();
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    private void run(List<String> command, String what) {
        var words = new ArrayList<String>();
        if (ProcessHandle.current().info().user().orElse("").equals("root")) {
            words.addAll(List.of("unshare", "--user", "--"));
        }
        words.add(binaries.resolve(command.getFirst()).toString());
        words.addAll(command.subList(1, command.size()));
        Path log = folder.path().resolve("postgres-" + what + ".log");
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new CannotStart(
                        "the embedded PostgreSQL could not " + what + " (code " + code + ").", "look at " + log);
            }
        } catch (IOException missing) {
            throw new CannotStart(
                    "the embedded PostgreSQL could not " + what + " (" + missing.getMessage() + ").",
                    "as root, install the package util-linux (unshare), or run Masar as an ordinary user.",
                    missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
