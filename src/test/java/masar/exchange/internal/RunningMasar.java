package masar.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import masar.Application;
import masar.directory.Directory;
import masar.launch.Verb;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.DatabaseCut;
import masar.shared.CurrentViewer;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Masar with a database of its own and without pages, as a verb of the command line sees it. */
public final class RunningMasar implements AutoCloseable {

    private final Path data;
    private final Database database;
    private final ConfigurableApplicationContext context;

    public RunningMasar(Path data) {
        this.data = data;
        var commandLine = CommandLine.parse(new String[] {"--empty", "--data", data.toString()});
        database = Database.open(commandLine);
        var properties = new HashMap<String, Object>(database.properties());
        properties.putAll(commandLine.properties());
        properties.put("server.port", -1);
        properties.put("masar.verb", true);
        context = new SpringApplicationBuilder(Application.class)
                .properties(properties)
                .run();
    }

    /** What a verb said and how it ended. */
    public record Said(int code, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }
    }

    public Said run(String words, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var verb = context.getBeansOfType(Verb.class).values().stream()
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow();
        int code = verb.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Said(code, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Does something past the product that only the administrator of the database may do. */
    public void administrator(String sql) {
        String address =
                DatabaseCut.administrator(data, (String) database.properties().get("spring.datasource.url"));
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One number that the administrator of the database sees. */
    public int count(String sql) {
        String address = DatabaseCut.administrator(data, (String)
                java.util.Objects.requireNonNull(database.properties().get("spring.datasource.url")));
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getInt(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Somebody who manages and supervises cases in this organisation. */
    public Viewer worker(String organisation) {
        var found = bean(Directory.class).organisation(organisation).orElseThrow();
        return new Worker(UUID.randomUUID(), found.id(), found.kind());
    }

    public static <T> T as(Viewer viewer, Supplier<T> work) {
        return CurrentViewer.as(viewer, work);
    }

    private record Worker(UUID account, UUID organisation, OrganisationKind organisationKind) implements Viewer {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.CASE_MANAGER, Role.SUPERVISOR);
        }

        @Override
        public String key() {
            return "account:" + account;
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
