package masar.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every row that names one of these ids, in any table, as a backup holds it; put back by a restore. */
public final class Backup {

    /** What a restore brings back is judged by the ledger, which is kept apart; the trail is never restored alone. */
    private static final List<String> KEPT_APART = List.of("audit.", "flyway.", "jobs.", "shell.");

    private final TreeMap<String, String> rows = new TreeMap<>();

    private Backup() {}

    public static Backup of(Collection<UUID> ids) throws SQLException {
        var backup = new Backup();
        try (var all = TestDatabase.administrator()) {
            for (String table : tables(all)) {
                String found = naming(all, table, ids);
                if (!found.isEmpty()) {
                    backup.rows.put(
                            table,
                            one(
                                    all,
                                    "select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from " + table + " t where "
                                            + found));
                }
            }
        }
        return backup;
    }

    /** Puts every row back that is no longer there, whatever depends on what. */
    public void restore() throws SQLException {
        try (var all = TestDatabase.administrator();
                var statement = all.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : rows.entrySet()) {
                try (var insert = all.prepareStatement("insert into " + table.getKey()
                        + " overriding system value select * from jsonb_populate_recordset(null::" + table.getKey()
                        + ", ?::jsonb) on conflict do nothing")) {
                    insert.setString(1, table.getValue());
                    insert.executeUpdate();
                }
            }
        }
    }

    /** Tables of which any row names one of these ids, seen by the administrator. */
    public static List<String> tablesNaming(Collection<UUID> ids) throws SQLException {
        var found = new ArrayList<String>();
        try (var all = TestDatabase.administrator()) {
            for (String table : tables(all)) {
                String condition = naming(all, table, ids);
                if (!condition.isEmpty()
                        && !one(all, "select count(*)::text from " + table + " t where " + condition)
                                .equals("0")) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection all) throws SQLException {
        return list(all, """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1""").stream()
                .filter(table -> KEPT_APART.stream().noneMatch(table::startsWith))
                .toList();
    }

    private static String naming(Connection all, String table, Collection<UUID> ids) throws SQLException {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return list(all, """
                select attname::text from pg_attribute where attrelid = '%s'::regclass
                    and atttypid = 'uuid'::regtype and attnum > 0 and not attisdropped""".formatted(table)).stream()
                .map(each -> "t.%s in (%s)".formatted(each, list))
                .collect(Collectors.joining(" or "));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return list(connection, sql).getFirst();
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
