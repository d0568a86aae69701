package masar.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import masar.Application;
import masar.launch.Verb;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.DatabaseCut;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Masar in a data folder of its own. */
public final class OwnMasar implements AutoCloseable {

    private static final Map<String, Object> QUIET = Map.of("server.port", -1, "masar.verb", true);
    private static final Map<String, Object> INVENTED =
            Map.of("server.port", -1, "masar.verb", true, "masar.demonstration", true);

    private final Path data;
    private final Database database;
    private final ConfigurableApplicationContext context;

    /** Starts without pages, with these arguments of the command line after {@code --data}, and these beans beside its own. */
    public OwnMasar(Path data, boolean invented, List<String> arguments, Class<?>... beans) {
        this(data, arguments, invented ? INVENTED : QUIET, beans);
    }

    /** Serves pages on a port of its own, with a clock that tests move. */
    static OwnMasar serving(Path data, List<String> arguments) {
        return new OwnMasar(data, arguments, Map.of("server.port", 0, "masar.clock", "movable", "masar.jobs", false));
    }

    private OwnMasar(Path data, List<String> arguments, Map<String, Object> settings, Class<?>... beans) {
        this.data = data;
        var words = new java.util.ArrayList<>(List.of("--data", data.toString()));
        words.addAll(arguments);
        var commandLine = CommandLine.parse(words.toArray(String[]::new));
        database = Database.open(commandLine);
        var properties = new HashMap<String, Object>(database.properties());
        properties.putAll(commandLine.properties());
        properties.putAll(settings);
        try {
            context = new SpringApplicationBuilder(Application.class)
                    .sources(beans)
                    .properties(properties)
                    .run();
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Runs a verb; returns what it said, after its exit code. */
    public String run(String words, String... arguments) {
        var said = new ByteArrayOutputStream();
        var verb = context.getBeansOfType(Verb.class).values().stream()
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow();
        int code = verb.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** Does something that only the administrator of the database may do. */
    public void administrator(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(administratorAddress());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every table of every schema as a dump would write it, by name. */
    public Map<String, byte[]> dump() throws SQLException, IOException {
        return dump(administratorAddress());
    }

    /** As {@link #dump()}, of a data folder in which Masar does not run. */
    public static Map<String, byte[]> dumpOf(Path data) throws SQLException, IOException {
        try (var database = Database.open(CommandLine.parse(new String[] {"--data", data.toString()}))) {
            String url = (String) database.properties().get("spring.datasource.url");
            return dump(DatabaseCut.administrator(data, url));
        }
    }

    private static Map<String, byte[]> dump(String address) throws SQLException, IOException {
        var tables = new TreeMap<String, byte[]>();
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            var names = new java.util.ArrayList<String>();
            var rows = statement.executeQuery("select quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind in ('r', 'p', 'm') and n.nspname <> 'information_schema'"
                    + " and n.nspname !~ '^pg_(toast|temp)'");
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String name : names) {
                var out = new ByteArrayOutputStream();
                copy.copyOut("copy (select * from " + name + ") to stdout", out);
                tables.put(name, out.toByteArray());
            }
        }
        return tables;
    }

    private String administratorAddress() {
        return DatabaseCut.administrator(data, (String) database.properties().get("spring.datasource.url"));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
