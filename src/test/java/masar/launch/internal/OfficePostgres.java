package masar.launch.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL that an office has already: an empty database and its keeper, who may do what Masar asks for and no more.
 */
public final class OfficePostgres implements AutoCloseable {

    /** Password of the keeper. */
    public static final String PASSWORD = "cedar-of-the-office";

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    /** Starts it in this folder. */
    public OfficePostgres(Path path) {
        folder = DataFolder.openAlone(path);
        postgres = EmbeddedPostgres.in(folder);
        postgres.start();
        list("create role keeper login createrole bypassrls password '" + PASSWORD + "'");
        list("create database office owner keeper");
    }

    /** Address of the office's database, without anybody's name. */
    public String url() {
        return postgres.url().replaceAll("/masar$", "/office");
    }

    /** Address at which the keeper signs in. */
    public String keeper() {
        return url() + "?user=keeper&password=" + PASSWORD;
    }

    /** A connection of the administrator of the cluster to the office's database. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(postgres.administratorUrl().replace("/masar?", "/office?"));
    }

    /** First column of what the administrator of the cluster finds in the office's database. */
    public List<String> list(String sql) {
        String address =
                postgres.administratorUrl().replace("/masar?", sql.startsWith("create") ? "/postgres?" : "/office?");
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        postgres.stop();
        folder.close();
    }
}
