package masar.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A start goes through the migrations of all modules only when they are others than last time. */
class ModuleMigrationsTests {

    private static final String SPOIL =
            "update flyway.access_history set checksum = checksum + 1 where checksum is not null";

    @TempDir
    Path folder;

    @Test
    void filesThatWereRunThroughAreNotAskedForAgainAndOthersAre() throws SQLException {
        var commandLine = CommandLine.parse(new String[] {"--data", folder.toString()});
        try (var database = Database.open(commandLine)) {
            Map<String, Object> properties = database.properties();
            var flyway = Flyway.configure()
                    .dataSource(
                            text(properties, "spring.flyway.url"),
                            text(properties, "spring.flyway.user"),
                            text(properties, "spring.flyway.password"))
                    .defaultSchema("flyway")
                    .initSql("set role " + DatabaseRoles.OWNER)
                    .load();
            var migrations = migrations();
            migrations.migrate(flyway);
            assertThat(run(properties, "select fingerprint from flyway.run_through"))
                    .isEqualTo(MigrationFiles.found().fingerprint());

            run(properties, SPOIL);
            migrations.migrate(flyway);

            run(properties, "update flyway.run_through set fingerprint = 'of another build'");
            assertThatThrownBy(() -> migrations.migrate(flyway))
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("checksum mismatch");
            assertThat(run(properties, "select fingerprint from flyway.run_through"))
                    .isEqualTo("of another build");

            run(properties, SPOIL.replace("+", "-"));
            migrations.migrate(flyway);
            assertThat(run(properties, "select fingerprint from flyway.run_through"))
                    .isEqualTo(MigrationFiles.found().fingerprint());
        }
    }

    private static ModuleMigrations migrations() {
        var beans = new DefaultListableBeanFactory();
        return new ModuleMigrations(
                beans.getBeanProvider(masar.launch.AroundMigration.class), beans.getBeanProvider(Database.class));
    }

    private static String text(Map<String, Object> properties, String key) {
        return String.valueOf(properties.get(key));
    }

    private static String run(Map<String, Object> properties, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        text(properties, "spring.flyway.url"),
                        text(properties, "spring.flyway.user"),
                        text(properties, "spring.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseRoles.OWNER);
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
