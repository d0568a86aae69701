package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import masar.people.TestDatabase;
import org.junit.jupiter.api.Test;

/** As {@link BrokenWallsTest}, for the walls of the database: each broken migration is reported, then taken back. */
class BrokenTablesTest {

    @Test
    void aColumnWithoutAClassIsReported() throws SQLException {
        migrated("comment on column wall.brick.id is '[technical] which brick'", rules -> {
            assertThat(rules.columnsWithoutClass()).contains("wall.brick.name").doesNotContain("wall.brick.id");
            assertThat(rules.tables()).contains("brick");
        });
        migrated(
                "comment on column wall.brick.name is '[secret] a class that does not exist'",
                rules -> assertThat(rules.columnsWithoutClass()).contains("wall.brick.name", "wall.brick.id"));
    }

    @Test
    void aHistoryThatCanBeRewrittenIsReported() throws SQLException {
        for (String right : List.of("update", "delete", "truncate")) {
            migrated(
                    "grant select, insert, " + right + " on wall.brick to masar_app",
                    rules -> assertThat(rules.rewritable(List.of("wall.brick", "wall.stone")))
                            .as(right)
                            .containsExactly("wall.brick"));
        }
    }

    @Test
    void anApplicationThatCouldChangeTablesIsReported() throws SQLException {
        migrated(
                "grant create on schema wall to masar_app; alter table wall.brick owner to masar_app;"
                        + " alter role masar_app bypassrls",
                rules -> assertThat(rules.powersOfTheApplication())
                        .contains(
                                "masar_app may create in wall",
                                "wall.brick is owned by masar_app",
                                "masar_app has rights of an administrator"));
    }

    @Test
    void aForeignKeyIntoAnotherModuleIsReported() throws SQLException {
        migrated(
                "create schema tower; create table tower.stone (brick integer references wall.brick)",
                rules -> assertThat(rules.foreignKeysAcrossModules()).containsExactly("stone_brick_fkey"));
    }

    private interface Look {
        void at(ColumnRules rules);
    }

    /** Looks at the database as it would be after a migration, then takes the migration back. */
    private static void migrated(String migration, Look look) throws SQLException {
        try (var connection = TestDatabase.administrator()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("create schema wall; create table wall.brick (id integer primary key, name text);"
                        + " create table wall.stone (id integer); " + migration);
                look.at(new ColumnRules(sql -> list(connection, sql)));
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> list(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
