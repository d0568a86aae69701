package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import masar.people.MasarTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue of the running database: every column tells its class, and the application owns nothing. */
@MasarTest
class ColumnsTest {

    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'flyway')";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyColumnTellsWhatClassOfDataItHolds() {
        assertThat(list("""
                select n.nspname || '.' || c.relname || '.' || a.attname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and %s
                and coalesce(col_description(c.oid, a.attnum), '')
                    !~ '^\\[(code|personal|special|location|technical)\\] .+'""".formatted(OURS))).as("columns without a class").isEmpty();
    }

    @Test
    void thereAreTablesToCheck() {
        assertThat(list("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and " + OURS))
                .hasSizeGreaterThan(20);
    }

    @Test
    void theApplicationOwnsNothingAndCannotChangeTables() {
        assertThat(list("select current_user")).containsExactly("masar_app");
        assertThat(list("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner"
                        + " join pg_namespace n on n.oid = c.relnamespace where r.rolname <> 'masar_owner' and "
                        + OURS))
                .isEmpty();
        assertThat(list("select rolname from pg_roles where rolname = 'masar_app' and (rolsuper or rolbypassrls"
                        + " or rolcreaterole or rolcreatedb)"))
                .isEmpty();
        assertThat(list("select n.nspname from pg_namespace n where has_schema_privilege('masar_app', n.oid, 'create')"
                        + " and " + OURS))
                .isEmpty();
    }

    @Test
    void historiesCanOnlyGrow() {
        for (String history : List.of(
                "audit.entry",
                "audit.leaf",
                "audit.head",
                "audit.signing_key",
                "oversight.alarm",
                "oversight.alarm_reason",
                "oversight.alarm_review",
                "casefile.chronology",
                "casefile.closure",
                "identification.decision",
                "identification.reflection_period",
                "procedure.passage",
                "assistance.service_delivered")) {
            assertThat(list("select 'may change' where has_table_privilege('masar_app', '" + history
                            + "', 'update') or has_table_privilege('masar_app', '" + history + "', 'delete')"))
                    .as(history)
                    .isEmpty();
        }
    }

    @Test
    void noForeignKeyCrossesModules() {
        assertThat(list("""
                select k.conname from pg_constraint k
                join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
                where k.contype = 'f' and a.relnamespace <> b.relnamespace""")).isEmpty();
    }

    private List<String> list(String sql) {
        return transaction.execute(status -> jdbc.sql(sql).query(String.class).list());
    }
}
