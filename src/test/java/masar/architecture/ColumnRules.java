package masar.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What must hold of the tables of a running database; {@code list} runs a query and gives its first column. */
record ColumnRules(Function<String, List<String>> list) {

    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'flyway')";

    List<String> tables() {
        return list.apply("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'r' and " + OURS);
    }

    List<String> columnsWithoutClass() {
        return list.apply("""
                select n.nspname || '.' || c.relname || '.' || a.attname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and %s
                and coalesce(col_description(c.oid, a.attnum), '')
                    !~ '^\\[(code|personal|special|location|technical)\\] .+'""".formatted(OURS));
    }

    /** Things with another owner, rights that the application's role must not hold, schemas in which it may create. */
    List<String> powersOfTheApplication() {
        var wrong = new ArrayList<String>();
        wrong.addAll(list.apply("select n.nspname || '.' || c.relname || ' is owned by ' || r.rolname"
                + " from pg_class c join pg_roles r on r.oid = c.relowner"
                + " join pg_namespace n on n.oid = c.relnamespace where r.rolname <> 'masar_owner' and " + OURS));
        wrong.addAll(list.apply("select rolname || ' has rights of an administrator' from pg_roles"
                + " where rolname = 'masar_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"));
        wrong.addAll(list.apply("select 'masar_app may create in ' || n.nspname from pg_namespace n"
                + " where has_schema_privilege('masar_app', n.oid, 'create') and " + OURS));
        return wrong;
    }

    /** Histories, by schema and table, that the application may rewrite or empty. */
    List<String> rewritable(List<String> histories) {
        return histories.stream()
                .filter(history -> !list.apply("select 'may change' where has_table_privilege('masar_app', '" + history
                                + "', 'update, delete, truncate')")
                        .isEmpty())
                .toList();
    }

    List<String> foreignKeysAcrossModules() {
        return list.apply("""
                select k.conname from pg_constraint k
                join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
                where k.contype = 'f' and a.relnamespace <> b.relnamespace""");
    }
}
