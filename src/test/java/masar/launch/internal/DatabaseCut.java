package masar.launch.internal;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of a data folder, taken away and given back by its administrator. */
public final class DatabaseCut implements AutoCloseable {

    private final String administrator;

    /** Ends every connection to the database and lets nobody in until this is closed. */
    public DatabaseCut(Path folder, String url) {
        administrator = administrator(folder, url.substring(0, url.lastIndexOf('/')) + "/postgres");
        run("alter database masar allow_connections false");
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'masar'");
    }

    @Override
    public void close() {
        run("alter database masar allow_connections true");
    }

    /** Address at which the administrator signs in. */
    public static String administrator(Path folder, String url) {
        return url + "?user=masar_admin&password="
                + new Secrets(folder.resolve("secrets.properties")).of("masar_admin");
    }

    private void run(String sql) {
        try (var connection = DriverManager.getConnection(administrator);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
