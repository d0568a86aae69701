package masar.launch.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import masar.launch.CannotStart;

/**
 * The database's own roles. {@code masar_owner} owns everything and cannot sign in; {@code masar_migrate} acts as it at
 * start-up only; {@code masar_app} works, owns nothing and cannot skip row-level security; {@code masar_integrity} reads
 * ids for the nightly check.
 */
final class DatabaseRoles {

    static final String OWNER = "masar_owner";
    static final String MIGRATION = "masar_migrate";
    static final String APPLICATION = "masar_app";
    static final String INTEGRITY = "masar_integrity";

    private DatabaseRoles() {}

    /** Creates what is missing and sets the passwords; may be repeated. The URL must sign in a role that may do this. */
    static void ensure(String administratorUrl, Secrets secrets) {
        try (var connection = DriverManager.getConnection(administratorUrl)) {
            connection.setAutoCommit(false);
            run(connection, "select pg_advisory_xact_lock(7216001)");
            for (String role : List.of(OWNER, MIGRATION, APPLICATION, INTEGRITY)) {
                if (!exists(connection, role)) {
                    run(connection, "create role " + role + " nologin");
                }
            }
            for (String role : List.of(OWNER, MIGRATION, APPLICATION, INTEGRITY)) {
                takeBackPowers(connection, role);
            }
            run(connection, "alter role " + OWNER + " nologin bypassrls");
            run(connection, login(MIGRATION, secrets) + " bypassrls");
            run(connection, login(APPLICATION, secrets) + " nobypassrls");
            run(connection, login(INTEGRITY, secrets) + " nobypassrls");
            run(connection, "grant " + OWNER + " to " + MIGRATION);
            String database = "\"" + connection.getCatalog() + "\"";
            run(connection, "grant connect, create on database " + database + " to " + OWNER);
            run(connection, "revoke temporary, create on database " + database + " from public");
            run(connection, "revoke create on schema public from public");
            connection.commit();
        } catch (SQLException refused) {
            throw new CannotStart(
                    "the database cannot be prepared (" + refused.getMessage() + ").",
                    "check MASAR_DATABASE_URL: it must sign in the owner of the database, with CREATEROLE and BYPASSRLS.",
                    refused);
        }
    }

    /** Names a power only where it is held: a role without it may not even say that another shall not have it. */
    private static void takeBackPowers(Connection connection, String role) throws SQLException {
        var powers = List.of("superuser", "createdb", "createrole");
        try (var statement = connection.prepareStatement(
                "select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            var held = statement.executeQuery();
            held.next();
            for (int power = 0; power < powers.size(); power++) {
                if (held.getBoolean(power + 1)) {
                    run(connection, "alter role " + role + " no" + powers.get(power));
                }
            }
        }
    }

    private static String login(String role, Secrets secrets) {
        return "alter role " + role + " login password '" + secrets.of(role) + "'";
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
