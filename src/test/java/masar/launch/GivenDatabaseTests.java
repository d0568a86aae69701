package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import masar.launch.internal.OfficePostgres;
import masar.people.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator who has a PostgreSQL already names it in MASAR_DATABASE_URL. */
class GivenDatabaseTests {

    @TempDir
    static Path office;

    private static OfficePostgres postgres;

    @TempDir
    Path directory;

    @BeforeAll
    static void theOfficeHasAPostgres() {
        postgres = new OfficePostgres(office.resolve("office"));
    }

    @AfterAll
    static void theOfficeCloses() {
        postgres.close();
    }

    @Test
    void masarWorksInTheDatabaseThatItIsGivenAndMakesNoneOfItsOwn() {
        Path data = directory.resolve("data");
        for (int start = 1; start <= 2; start++) {
            try (var masar = MasarProcess.shippedWithDatabase(postgres.keeper(), data, "--port", "0", "--empty")) {
                int port = masar.port();
                assertThat(new Visitor(port).get("/sign-in").status()).isEqualTo(200);
                assertThat(postgres.list("select distinct usename from pg_stat_activity where datname = 'office'"
                                + " and application_name like 'PostgreSQL JDBC%' and pid <> pg_backend_pid()"))
                        .as("who works, start " + start)
                        .containsExactly("masar_app");
                assertThat(masar.output()).doesNotContain(OfficePostgres.PASSWORD);
            }
        }
        assertThat(data).isDirectoryNotContaining("glob:**/postgres*");
        assertThat(postgres.list("select tableowner from pg_tables where schemaname = 'casefile' limit 1"))
                .containsExactly("masar_owner");
        assertThat(postgres.list("select rolname from pg_roles where rolname like 'masar_%'"
                        + " and (rolsuper or rolcreaterole or rolcreatedb) and rolname <> 'masar_admin'"))
                .isEmpty();
        assertThat(postgres.list("select rolname from pg_roles where rolname = 'masar_app' and rolbypassrls"))
                .isEmpty();
    }

    @Test
    void anAddressThatCannotSignInIsExplained() throws IOException {
        refused(postgres.url() + "?user=keeper&password=guessed", "password authentication failed", "guessed");
    }

    @Test
    void anAddressWhereNobodyAnswersIsExplained() throws IOException {
        refused("jdbc:postgresql://127.0.0.1:1/office?user=keeper&password=quiet", "127.0.0.1:1 refused", "quiet");
    }

    @Test
    void whatIsNoAddressIsExplainedWithoutRepeatingThePassword() throws IOException {
        refused("postgres://keeper:quiet@127.0.0.1/office", "is not the address of a PostgreSQL", "quiet");
        refused("jdbc:postgresql://127.0.0.1:x/a?password=quiet", "is not the address of a PostgreSQL", "quiet");
    }

    private void refused(String url, String cause, String secret) throws IOException {
        Path data = directory.resolve("data");
        try (var masar = MasarProcess.shippedWithDatabase(url, data, "--port", "0", "--empty")) {
            assertThat(masar.exitCode()).as(masar.output()).isEqualTo(2);
            assertThat(masar.output())
                    .containsOnlyOnce("Masar cannot start: ")
                    .contains(cause)
                    .containsOnlyOnce("What to do: ")
                    .contains("MASAR_DATABASE_URL")
                    .doesNotContain(secret)
                    .doesNotContain("\tat ");
        }
        if (Files.exists(data)) {
            assertThat(data).isDirectoryNotContaining("glob:**/{postgres,secrets}*");
        }
    }
}
