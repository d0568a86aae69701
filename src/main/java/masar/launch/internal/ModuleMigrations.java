package masar.launch.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import masar.launch.AroundMigration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates the schema of each module with a history of its own. Modules share no foreign keys, so their order does not
 * matter; every name in SQL carries its schema.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String FOLDER = "db/migration/";

    private final ObjectProvider<AroundMigration> around;

    ModuleMigrations(ObjectProvider<AroundMigration> around) {
        this.around = around;
    }

    private interface Look {
        void at(AroundMigration watching, Connection migration) throws SQLException;
    }

    @Override
    public void migrate(Flyway flyway) {
        forEach(flyway, AroundMigration::before);
        for (String module : modules()) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:" + FOLDER + module)
                    .table(module + "_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        forEach(flyway, AroundMigration::after);
    }

    private void forEach(Flyway flyway, Look look) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set role " + DatabaseRoles.OWNER);
            for (AroundMigration each : around.orderedStream().toList()) {
                look.at(each, connection);
            }
            connection.commit();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The modules that keep anything, by the names of their migration folders. */
    static SortedSet<String> modules() {
        var names = new TreeSet<String>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql");
            for (var file : files) {
                String address = file.getURL().toString();
                String path = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
                names.add(path.substring(0, path.indexOf('/')));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }
}
