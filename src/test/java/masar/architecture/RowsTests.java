package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.shared.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What plain SQL can do with the application's own role: somebody who forgot a check, or found a way to send SQL, meets
 * the same walls as the pages. Tables come from the catalogue, so that a new one without a policy fails here.
 */
@MasarTest
class RowsTests {

    /** Tables without row-level policies, and why none is needed. Everything else about anybody needs one. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("access.account", "staff, not persons; needed before anybody is known"),
            Map.entry("access.session", "hashes of tokens; needed before anybody is known"),
            Map.entry("access.invitation", "hashes of tokens; needed before anybody is known"),
            Map.entry("access.attempt", "keyed hashes of a day"),
            Map.entry("access.recovery_code", "hashes of staff's codes; needed before anybody is known"),
            Map.entry("access.passkey", "public keys of staff; needed before anybody is known"),
            Map.entry("access.challenge", "random, five minutes"),
            Map.entry("access.identity_provider", "organisations' own sign-in; no secret"),
            Map.entry("access.provider_link", "staff, not persons; needed before anybody is known"),
            Map.entry("access.provider_visit", "random, ten minutes"),
            Map.entry("access.day_key", "keys of a day"),
            Map.entry("country.served", "one code, read at start only"),
            Map.entry("directory.organisation", "public"),
            Map.entry("directory.service", "public"),
            Map.entry("directory.phone", "public"),
            Map.entry("shell.form_token", "random tokens"),
            Map.entry("jobs.scheduled_task", "names and times of jobs"),
            Map.entry("sealing.own_key", "wrapped; nothing without the root, which lies elsewhere"),
            Map.entry("sealing.organisation_key", "wrapped; needed before anybody is known"),
            Map.entry("sealing.subject_key", "wrapped; needed before anybody is known"),
            Map.entry("sealing.rotation", "numbers and times"),
            Map.entry("sealing.erasure", "ids, codes and times"),
            Map.entry("procedure.edition", "which editions are published; needed before anybody is known"));

    /** How many of Selam's rows each of the team sees: x all, a plus some, a dot none. */
    private static final String WHO_SEES_WHICH_ROWS = """
            table                              rima fadi jad layla samir ziad hana nour maya rana omar walid dima sara tony
            access.grant_of_reading            +    +    .   +     +     +    +    +    +    .    +    .     .    .    .
            audit.entry                        +    +    .   +     +     .    +    .    .    .    .    .     .    .    x
            casefile.case_record               .    x    .   x     x     x    x    .    .    .    x    .     .    .    .
            casefile.chronology                .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            casefile.consent                   .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            casefile.name_token                .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            casefile.person                    .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            detention.request                  .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            documents.content                  .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            documents.document                 .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            intake.report                      x    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            procedure.passage                  .    x    .   x     x     x    x    .    .    .    x    .     .    .    .
            procedure.way                      +    +    .   +     +     +    +    .    .    .    +    .     .    .    .
            referral.referral                  .    .    .   .     x     .    x    +    +    .    .    .     .    .    .
            screening.indication               .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            screening.interview                .    x    .   x     x     .    x    .    .    .    .    .     .    .    .
            worklist.task                      +    +    .   +     +     +    +    +    +    .    +    .     .    .    .
            """;

    /** Everybody tells the trail what they themselves did or were refused, about whatever subject. */
    private static final String TOLD_BY_ALL = "audit.entry";

    private static final Set<String> TOUCHED_BY_NOBODY = Set.of("country", "directory", "flyway", "shell");

    @Autowired
    Selam selam;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Selam.Way way;
    private List<UUID> hers;

    @BeforeEach
    void selamHasBeenInterviewedAndReferred() throws SQLException {
        way = selam.lives();
        hers = new ArrayList<>(List.of(
                way.report(),
                way.caseId().value(),
                way.interview(),
                way.indication(),
                way.toCaritas(),
                way.toKafa(),
                way.document(),
                way.request()));
        try (var everything = TestDatabase.administrator()) {
            hers.add(UUID.fromString(one(
                    everything,
                    "select person from casefile.case_record where id = '%s'"
                            .formatted(way.caseId().value()))));
        }
    }

    @Test
    void everyTableHasItsPolicyOrIsNamedAsOpen() throws SQLException {
        try (var everything = TestDatabase.administrator()) {
            var unprotected = new TreeSet<>(column(everything, """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'flyway')
                        and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select 1 from pg_policy p where p.polrelid = c.oid))"""));
            assertThat(unprotected).isEqualTo(new TreeSet<>(OPEN.keySet()));
            assertThat(column(everything, """
                    select distinct n.nspname || '.' || c.relname
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                    where c.relkind in ('r', 'p') and not c.relrowsecurity
                        and col_description(c.oid, a.attnum) ~ '^\\[(personal|special|location)\\]'"""))
                    .as("open tables that hold something personal: the names of staff only")
                    .isSubsetOf(
                            "access.account",
                            "access.passkey",
                            "access.provider_link",
                            "directory.phone",
                            "directory.organisation");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotSkipOrChangeAPolicy() throws SQLException {
        try (var everything = TestDatabase.administrator()) {
            assertThat(column(everything, "select relname from pg_class where relowner = 'masar_app'::regrole"))
                    .isEmpty();
            assertThat(column(everything, """
                    select rolname from pg_roles where rolname in ('masar_app', 'masar_integrity')
                        and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb)""")).isEmpty();
            assertThat(column(
                            everything,
                            "select 1::text from pg_auth_members where member in"
                                    + " ('masar_app'::regrole, 'masar_integrity'::regrole)"))
                    .isEmpty();
        }
        for (String table : protectedTables()) {
            for (String attack : List.of(
                    "alter table %s disable row level security",
                    "alter table %s no force row level security",
                    "create policy open on %s using (true)",
                    "truncate %s",
                    "drop table %s")) {
                try (var application = application()) {
                    assertThatThrownBy(() -> run(application, attack.formatted(table)))
                            .as(attack, table)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void withoutAViewerThereIsNothing() throws SQLException {
        for (String table : protectedTables()) {
            try (var application = application()) {
                assertThat(one(application, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
            }
            for (String row : herRows(table)) {
                try (var application = application()) {
                    assertThatThrownBy(() -> run(application, insertAgain(table, row, Map.of())))
                            .as("insert into " + table)
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThat(changed(table, null)).as(table).isZero();
        }
    }

    @Test
    void eachOfTheTeamSeesTheRowsOfTheTableOnly() throws SQLException {
        var people = Arrays.stream(
                        WHO_SEES_WHICH_ROWS.lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .map(key -> Persona.named(key).orElseThrow())
                .toList();
        assertThat(people).containsExactlyInAnyOrderElementsOf(Persona.ALL);
        var found = new ArrayList<String>();
        found.add(WHO_SEES_WHICH_ROWS.lines().findFirst().orElseThrow());
        for (String table : protectedTables()) {
            int all = herRows(table).size();
            if (all == 0) {
                continue;
            }
            var line = new StringBuilder("%-35s".formatted(table));
            for (Persona persona : people) {
                long seen = seen(persona, table);
                String mark = seen == 0 ? "." : seen == all ? "x" : "+";
                line.append(mark).append(" ".repeat(persona.key().length() + 1 - mark.length()));
            }
            found.add(line.toString().stripTrailing());
        }
        assertThat(String.join("\n", found)).isEqualTo(WHO_SEES_WHICH_ROWS.stripTrailing());
    }

    @Test
    void whoSeesNothingOfHersCannotWriteAnythingOfHersInTheirOwnNameEither() throws SQLException {
        for (Persona stranger : List.of(Persona.TONY, Persona.SARA, Persona.JAD, Persona.WALID, Persona.RANA)) {
            for (String table : protectedTables()) {
                for (String row : table.equals(TOLD_BY_ALL) ? List.<String>of() : herRows(table)) {
                    String insert = insertAgain(table, row, inTheNameOf(stranger));
                    assertThat(refused(stranger, insert))
                            .as("%s as %s", insert, stranger.key())
                            .isTrue();
                }
                if (seen(stranger, table) == 0) {
                    assertThat(changed(table, stranger))
                            .as("%s changed by %s", table, stranger.key())
                            .isZero();
                }
            }
        }
    }

    @Test
    void nobodyWidensTheirOwnSight() throws SQLException {
        String grant = "insert into access.grant_of_reading"
                + " (id, subject_kind, subject, reader, depth, act, given_by, given_at, founding, until)"
                + " values (gen_random_uuid(), 'case', '%s', '%s', '%s', '%s', '%s', now(), %s, %s)";
        for (Persona persona : List.of(Persona.TONY, Persona.FADI, Persona.ZIAD, Persona.NOUR, Persona.OMAR)) {
            String id = selam.as(persona, viewer -> viewer.account().toString());
            for (String depth : List.of("summary", "packet", "full")) {
                for (boolean founding : List.of(true, false)) {
                    String forged = grant.formatted(
                            way.caseId().value(), "account:" + id, depth, "supervision", id, founding, "null");
                    assertThat(refused(persona, forged))
                            .as("%s %s %s", persona.key(), depth, founding)
                            .isTrue();
                }
            }
            String endless = grant.formatted(
                    way.caseId().value(),
                    "account:" + id,
                    "full",
                    "break-glass",
                    id,
                    false,
                    "now() + interval '9 days'");
            assertThat(refused(persona, endless)).as(persona.key()).isTrue();
        }
    }

    private List<String> protectedTables() throws SQLException {
        try (var everything = TestDatabase.administrator()) {
            return column(everything, """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                    order by 1""").stream()
                    .filter(table -> !OPEN.containsKey(table))
                    .filter(table -> !TOUCHED_BY_NOBODY.contains(table.substring(0, table.indexOf('.'))))
                    .toList();
        }
    }

    /** Her rows of a table as JSON, seen by the administrator. */
    private List<String> herRows(String table) throws SQLException {
        try (var everything = TestDatabase.administrator()) {
            String condition = hersIn(table);
            return condition.isEmpty()
                    ? List.of()
                    : column(everything, "select to_jsonb(t)::text from %s t where %s".formatted(table, condition));
        }
    }

    private String hersIn(String table) throws SQLException {
        String ids = hers.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        try (var everything = TestDatabase.administrator()) {
            return column(everything, """
                    select attname::text from pg_attribute where attrelid = '%s'::regclass
                        and atttypid = 'uuid'::regtype and attnum > 0 and not attisdropped""".formatted(table)).stream()
                    .map(each -> "t.%s in (%s)".formatted(each, ids))
                    .collect(Collectors.joining(" or "));
        }
    }

    private long seen(Persona persona, String table) throws SQLException {
        String condition = hersIn(table);
        if (condition.isEmpty()) {
            return 0;
        }
        String sql = "select count(*) from %s t where %s".formatted(table, condition);
        return selam.as(
                persona,
                viewer -> transaction.execute(
                        status -> jdbc.sql(sql).query(Long.class).single()));
    }

    /** How many rows of hers an update that changes nothing would touch; a missing privilege touches none. */
    private int changed(String table, @org.jspecify.annotations.Nullable Persona persona) throws SQLException {
        String first;
        try (var everything = TestDatabase.administrator()) {
            first = one(everything, """
                    select attname::text from pg_attribute where attrelid = '%s'::regclass and attnum > 0
                        and has_column_privilege('masar_app', attrelid, attnum, 'update') limit 1""".formatted(table));
        }
        String condition = hersIn(table);
        if (first == null || condition.isEmpty()) {
            return 0;
        }
        String update = "update %s t set %s = %s where %s".formatted(table, first, first, condition);
        if (persona == null) {
            try (var application = application();
                    var statement = application.createStatement()) {
                return statement.executeUpdate(update);
            }
        }
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return jdbc.sql(update).update();
                }));
    }

    private boolean refused(Persona persona, String insert) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        jdbc.sql(insert.replace("?", "??")).update();
                        return false;
                    } catch (DataAccessException violated) {
                        assertThat(violated.getMostSpecificCause().getMessage())
                                .containsAnyOf("row-level security", "permission denied");
                        return true;
                    }
                }));
    }

    /** Ids of everybody who acted for her, each to be replaced by this person's own. */
    private Map<String, String> inTheNameOf(Persona persona) {
        var own = new TreeMap<String, String>();
        Viewer stranger = selam.as(persona, viewer -> viewer);
        for (Persona other : Persona.ALL) {
            Viewer viewer = selam.as(other, each -> each);
            own.put(viewer.account().toString(), stranger.account().toString());
            own.put(viewer.organisation().toString(), stranger.organisation().toString());
        }
        return own;
    }

    private static String insertAgain(String table, String row, Map<String, String> replaced) {
        String forged = row.replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + UUID.randomUUID() + "\"")
                .replaceFirst("\"founding\": true", "\"founding\": false");
        for (var each : replaced.entrySet()) {
            forged = forged.replace(each.getKey(), each.getValue());
        }
        return "insert into %s overriding system value select * from jsonb_populate_record(null::%s, '%s')"
                .formatted(table, table, forged.replace("'", "''"));
    }

    private static Connection application() throws SQLException {
        var properties = TestDatabase.properties();
        return DriverManager.getConnection(
                (String) properties.get("spring.datasource.url"),
                (String) properties.get("spring.datasource.username"),
                (String) properties.get("spring.datasource.password"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static @org.jspecify.annotations.Nullable String one(Connection connection, String sql)
            throws SQLException {
        var found = column(connection, sql);
        return found.isEmpty() ? null : found.getFirst();
    }
}
