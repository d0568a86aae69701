package masar.launch.internal;

import java.sql.Connection;
import java.sql.SQLException;
import masar.launch.AroundMigration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the schema of each module with a history of its own. Modules share no foreign keys, so their order does not
 * matter; every name in SQL carries its schema. A database on which exactly these files were run through is not asked
 * again module by module: that is most of a start.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private final ObjectProvider<AroundMigration> around;
    private final ObjectProvider<Database> starting;

    ModuleMigrations(ObjectProvider<AroundMigration> around, ObjectProvider<Database> starting) {
        this.around = around;
        this.starting = starting;
    }

    private interface Look {
        void at(AroundMigration watching, Connection migration) throws SQLException;
    }

    private interface Work<T> {
        T on(Connection migration) throws SQLException;
    }

    @Override
    public void migrate(Flyway flyway) {
        starting.ifAvailable(Database::await);
        forEach(flyway, AroundMigration::before);
        var files = MigrationFiles.found();
        if (!isDone(flyway, files.fingerprint())) {
            files.modules().forEach(module -> migrate(flyway, module));
            remember(flyway, files.fingerprint());
        }
        forEach(flyway, AroundMigration::after);
    }

    private static void migrate(Flyway flyway, String module) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:" + MigrationFiles.FOLDER + module)
                .table(module + "_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static boolean isDone(Flyway flyway, String fingerprint) {
        return asOwner(flyway, connection -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select to_regclass('flyway.run_through') is not null")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return false;
                }
            }
            try (var asked = connection.prepareStatement("select 1 from flyway.run_through where fingerprint = ?")) {
                asked.setString(1, fingerprint);
                return asked.executeQuery().next();
            }
        });
    }

    private static void remember(Flyway flyway, String fingerprint) {
        asOwner(flyway, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create table if not exists flyway.run_through (fingerprint text not null)");
                statement.execute("delete from flyway.run_through");
            }
            try (var kept = connection.prepareStatement("insert into flyway.run_through (fingerprint) values (?)")) {
                kept.setString(1, fingerprint);
                return kept.executeUpdate();
            }
        });
    }

    private void forEach(Flyway flyway, Look look) {
        asOwner(flyway, connection -> {
            var all = around.orderedStream().toList();
            for (AroundMigration each : all) {
                look.at(each, connection);
            }
            return all.size();
        });
    }

    private static <T> T asOwner(Flyway flyway, Work<T> work) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set role " + DatabaseRoles.OWNER);
            T done = work.on(connection);
            connection.commit();
            return done;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
