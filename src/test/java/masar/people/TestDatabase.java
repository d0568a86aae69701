package masar.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.DatabaseCut;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One real PostgreSQL for all tests of a run, started as the product starts it, in a folder that vanishes. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = folder();
    private static final CommandLine COMMAND_LINE = CommandLine.parse(new String[] {"--data", FOLDER.toString()});
    private static final Database DATABASE = open();

    private static Database open() {
        var database = Database.open(COMMAND_LINE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            delete(FOLDER);
            delete(FOLDER.resolveSibling(FOLDER.getFileName() + ".key"));
            FOLDER.resolveSibling(FOLDER.getFileName() + ".audit.key").toFile().delete();
        }));
        return database;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("masar-test");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How Spring connects to it and opens what is sealed in it. */
    public static Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(DATABASE.properties());
        properties.putAll(COMMAND_LINE.properties());
        return properties;
    }

    /** Takes the database away from everybody until the answer is closed. */
    public static DatabaseCut cut() {
        return new DatabaseCut(FOLDER, (String) properties().get("spring.datasource.url"));
    }

    /** Does something that only the administrator of the database may do. */
    public static void administrator(String sql) {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One text that only the administrator of the database may see. */
    public static String text(String sql) {
        try (var connection = administrator();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One moment that only the administrator of the database may see. */
    public static java.time.Instant instant(String sql) {
        try (var connection = administrator();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getObject(1, java.time.OffsetDateTime.class).toInstant();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Texts that only the administrator of the database may see, in order. */
    public static java.util.List<String> list(String sql) {
        try (var connection = administrator();
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One number that only the administrator of the database may see. */
    public static long count(String sql, Object... values) {
        try (var connection = administrator();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What PostgreSQL wrote down of its own doings. */
    public static Path log() {
        return FOLDER.resolve("postgres.log");
    }

    /** A connection of the administrator of the database. */
    public static Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                DatabaseCut.administrator(FOLDER, (String) properties().get("spring.datasource.url")));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties()));
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }
}
