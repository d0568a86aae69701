package masar.sealing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import masar.launch.AroundMigration;
import masar.launch.CannotStart;
import masar.sealing.ForgedSeal;
import org.springframework.stereotype.Component;

/** Refuses to start with a wrong or missing root key before anything is written; makes the first keys of a new database. */
@Component
class KeyGuard implements AroundMigration {

    private final Roots roots;
    private final InstantSource clock;

    KeyGuard(Roots roots, InstantSource clock) {
        this.roots = roots;
        this.clock = clock;
    }

    @Override
    public void before(Connection migration) throws SQLException {
        if (tablesStand(migration)) {
            requireRightKey(migration);
        } else if (!roots.isEmpty()) {
            roots.keys();
        }
    }

    @Override
    public void after(Connection migration) throws SQLException {
        if (needed(migration).isEmpty()) {
            if (roots.isEmpty()) {
                roots.makeFirst();
            }
            for (String name : List.of(OwnKeys.CHECK, OwnKeys.SEARCH)) {
                insert(migration, name);
            }
        }
        requireRightKey(migration);
    }

    private void insert(Connection migration, String name) throws SQLException {
        String root = roots.keys().newest();
        try (var insert = migration.prepareStatement(
                "insert into sealing.own_key (name, root, wrapped, made_at) values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setString(2, root);
            insert.setBytes(3, roots.keys().wrap(root, Keys.random(), OwnKeys.bound(name)));
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private void requireRightKey(Connection migration) throws SQLException {
        List<String> needed = needed(migration);
        if (needed.isEmpty()) {
            return;
        }
        if (roots.isEmpty()) {
            throw new CannotStart(
                    "the key that opens this data is missing: " + roots.origin() + " holds none.",
                    "bring back the copy of the key that was kept apart, or name where it is: --key FILE");
        }
        if (!needed.stream().allMatch(roots.keys()::holds) || !opensTheCheck(migration)) {
            throw new CannotStart(
                    "the key in " + roots.origin().replaceFirst("^the file ", "")
                            + " is not the one that opens this data.",
                    "give the key that was made with this data, or the data that belong to this key: --key FILE");
        }
    }

    private boolean opensTheCheck(Connection migration) throws SQLException {
        try (var statement = migration.createStatement();
                var rows = statement.executeQuery("select name, root, wrapped from sealing.own_key")) {
            while (rows.next()) {
                roots.keys().unwrap(rows.getString(2), rows.getBytes(3), OwnKeys.bound(rows.getString(1)));
            }
            return true;
        } catch (ForgedSeal wrong) {
            return false;
        }
    }

    private static boolean tablesStand(Connection migration) throws SQLException {
        try (var statement = migration.createStatement();
                var row = statement.executeQuery("select to_regclass('sealing.own_key') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Names of the root keys without which something does not open. */
    private static List<String> needed(Connection migration) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = migration.createStatement();
                var rows = statement.executeQuery(
                        "select root from sealing.own_key union select root from sealing.organisation_key")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
