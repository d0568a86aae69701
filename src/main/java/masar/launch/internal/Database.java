package masar.launch.internal;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import masar.launch.CannotStart;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that Masar uses, embedded or given, with the passwords of its roles. */
public final class Database implements AutoCloseable {

    private final DataFolder folder;
    private final @Nullable EmbeddedPostgres embedded;
    private final String url;
    private final CompletableFuture<Void> ready;

    private Database(DataFolder folder, @Nullable EmbeddedPostgres embedded, String url, Runnable preparation) {
        this.folder = folder;
        this.embedded = embedded;
        this.url = url;
        this.ready = CompletableFuture.runAsync(preparation, Thread.ofPlatform().name("database")::start);
    }

    /** Opens the data folder for this process alone and starts its database, or uses the one in MASAR_DATABASE_URL. */
    public static Database open(CommandLine commandLine) {
        var database = begin(commandLine);
        try {
            database.await();
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
        return database;
    }

    /** As {@link #open}, but returns while its own database is still starting; whoever needs it calls {@link #await}. */
    public static Database begin(CommandLine commandLine) {
        return begin(DataFolder.openAlone(commandLine.data()));
    }

    /** As {@link #begin}, but joins a running Masar of the same data folder where there is one. */
    public static Database beginOrAttach(CommandLine commandLine) {
        var folder = DataFolder.openOrJoin(commandLine.data());
        if (folder.alone() || givenUrl() != null) {
            return begin(folder);
        }
        var running = EmbeddedPostgres.running(folder);
        return new Database(folder, null, running.url(), () -> {});
    }

    private static Database begin(DataFolder folder) {
        try {
            String given = givenUrl();
            var secrets = folder.secrets();
            if (given != null) {
                DatabaseRoles.ensure(given, secrets);
                return new Database(folder, null, withoutCredentials(given), () -> {});
            }
            var embedded = EmbeddedPostgres.in(folder);
            return new Database(folder, embedded, embedded.url(), () -> {
                embedded.start();
                DatabaseRoles.ensure(embedded.administratorUrl(), secrets);
            });
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Returns when the database answers and its roles stand. Throws {@link CannotStart} when they do not. */
    public void await() {
        try {
            ready.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotStart cannot ? cannot : failed;
        }
    }

    /** Connection properties for Spring: the application's role for work, the migration role at start-up only. */
    public Map<String, Object> properties() {
        var secrets = folder.secrets();
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                DatabaseRoles.APPLICATION,
                "spring.datasource.password",
                secrets.of(DatabaseRoles.APPLICATION),
                "spring.flyway.url",
                url,
                "spring.flyway.user",
                DatabaseRoles.MIGRATION,
                "spring.flyway.password",
                secrets.of(DatabaseRoles.MIGRATION));
    }

    @Override
    public void close() {
        ready.handle((nothing, failed) -> failed == null).join();
        if (embedded != null) {
            embedded.stop();
        }
        folder.close();
    }

    private static @Nullable String givenUrl() {
        String url = System.getenv("MASAR_DATABASE_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        try {
            DriverManager.getDriver(url);
            return url;
        } catch (SQLException notForPostgres) {
            throw new CannotStart(
                    "what MASAR_DATABASE_URL says is not the address of a PostgreSQL database.",
                    "write MASAR_DATABASE_URL as jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=…",
                    notForPostgres);
        }
    }

    private static String withoutCredentials(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        String kept = Arrays.stream(url.substring(query + 1).split("&"))
                .filter(each -> !each.matches("(user|password)=.*"))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
}
