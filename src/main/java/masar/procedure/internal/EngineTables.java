package masar.procedure.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import masar.launch.AroundMigration;
import masar.launch.CannotStart;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Lays the engine's own tables into a schema of its own, as their owner, from the script in the engine's jar. Only the
 * steward of ways sees their rows; the application's role can neither make nor change a table.
 */
@Component
final class EngineTables implements AroundMigration {

    private static final String SCRIPT = "org/operaton/bpm/engine/db/create/activiti.postgres.create.engine.sql";

    private static final String WALLS = """
            do $$
            declare
                each record;
            begin
                for each in select tablename from pg_tables where schemaname = 'engine' loop
                    execute format('alter table engine.%I enable row level security', each.tablename);
                    execute format('alter table engine.%I force row level security', each.tablename);
                    execute format('create policy moved_by_the_way on engine.%I for all to masar_app'
                        ' using (access.viewer() = ''system:way'')', each.tablename);
                    execute format('comment on table engine.%I is %L', each.tablename,
                        'of the process engine behind module procedure; ids and codes only');
                end loop;
                for each in select table_name, column_name from information_schema.columns
                        where table_schema = 'engine' loop
                    execute format('comment on column engine.%I.%I is %L', each.table_name, each.column_name,
                        '[technical] of the process engine; an id, a code or a time');
                end loop;
            end $$""";

    @Override
    public void before(Connection migration) {
        // nothing to refuse: the tables are looked at when they stand
    }

    @Override
    public void after(Connection migration) throws SQLException {
        byte[] script = script();
        String version = UUID.nameUUIDFromBytes(script).toString();
        String found = found(migration);
        if (found == null) {
            lay(migration, script, version);
        } else if (!found.equals(version)) {
            throw new CannotStart(
                    "the tables of the process engine were made by another version of it.",
                    "start the version of Masar that made them, or read docs/decisions/0031 on upgrading the engine.");
        }
    }

    private static @org.jspecify.annotations.Nullable String found(Connection migration) throws SQLException {
        try (var statement = migration.createStatement();
                var rows = statement.executeQuery("select obj_description(oid, 'pg_namespace') from pg_namespace"
                        + " where nspname = 'engine'")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void lay(Connection migration, byte[] script, String version) throws SQLException {
        try (var statement = migration.createStatement()) {
            statement.execute("create schema engine");
            statement.execute("set local search_path = engine");
            ScriptUtils.executeSqlScript(migration, new ByteArrayResource(script));
            statement.execute("set local search_path = public");
            statement.execute(WALLS);
            statement.execute("grant usage on schema engine to masar_app");
            statement.execute("grant select, insert, update, delete on all tables in schema engine to masar_app");
            statement.execute("comment on schema engine is '" + version + "'");
        }
    }

    private static byte[] script() {
        try {
            return new ClassPathResource(SCRIPT)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
