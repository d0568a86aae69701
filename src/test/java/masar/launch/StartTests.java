package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.regex.Pattern;
import masar.access.internal.CodeShown;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.DatabaseCut;
import masar.people.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator meets at the start: it works, or it says the cause and the cure and has done nothing. */
class StartTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/invitation/\\S+)");
    private static final Pattern ORGANISATION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
    private static final String PASSWORD = "the sea at Tyre";

    @TempDir
    Path directory;

    @Test
    void theFirstAdministratorIsThereAtTheSecondStartAndNobodyElseMayUseTheFolder() {
        Path data = directory.resolve("data");
        String secret;
        try (var first = MasarProcess.shipped(data, "--port", "0", "--empty")) {
            int port = first.port();
            secret = theFirstAdministratorComesIn(port, link(first));

            var sameFolder = MasarProcess.shipped(data, "--port", "0", "--empty");
            var samePort =
                    MasarProcess.shipped(directory.resolve("other"), "--port", Integer.toString(port), "--empty");
            var help = MasarProcess.shipped(data, "--empty", "help");
            refused(sameFolder, data + " is in use by another Masar", "--data DIR");
            refused(samePort, "port " + port + " is in use", "--port " + (port + 1));
            assertThat(directory.resolve("other")).doesNotExist();
            assertThat(help.exitCode()).as(help.output()).isZero();
            assertThat(help.output()).contains("Usage: masar", "  export htcds", "  import htcds", "  import undo");
            assertThat(new Visitor(port).get("/sign-in").status()).isEqualTo(200);
        }
        try (var second = MasarProcess.shipped(data, "--port", "0", "--empty")) {
            int port = second.port();
            assertThat(second.output()).doesNotContain("/invitation/");
            var visitor = new Visitor(port);
            var answer = visitor.get("/sign-in")
                    .form("/sign-in")
                    .with("name", "first", "password", PASSWORD)
                    .post(visitor);
            assertThat(answer.leadsTo()).isEqualTo("/sign-in/code");
            var inside = visitor.get("/sign-in/code")
                    .form("/sign-in/code")
                    .with("code", CodeShown.at(secret, Instant.now().plusSeconds(30)))
                    .post(visitor);
            assertThat(inside.leadsTo()).isEqualTo("/");
            assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        }
        var elsewhere = MasarProcess.shipped(data, "--port", "0", "--empty", "--country", "jo");
        refused(elsewhere, "belongs to the country 'lb', not to 'jo'", "--country lb");
    }

    private static String theFirstAdministratorComesIn(int port, String link) {
        var visitor = new Visitor(port);
        var page = visitor.get(link);
        var organisation = ORGANISATION.matcher(page.body());
        assertThat(organisation.find()).isTrue();
        var chosen = page.form(link)
                .with("name", "First", "signInName", "first", "organisation", organisation.group(1))
                .with("password", PASSWORD, "again", PASSWORD)
                .post(visitor);
        assertThat(chosen.leadsTo()).isEqualTo("/sign-in/code-app");
        assertThat(new Visitor(port).get(link).status())
                .as("the link works once")
                .isEqualTo(409);
        var form = visitor.get("/sign-in/code-app").form("/sign-in/code-app");
        String secret = form.value("secret");
        var enrolled = form.with("code", CodeShown.at(secret, Instant.now())).post(visitor);
        assertThat(enrolled.leadsTo()).isEqualTo("/");
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        return secret;
    }

    @Test
    void aFolderOfAnotherVersionIsLeftAlone() throws IOException {
        Path version =
                Files.createDirectories(directory.resolve("old/postgres")).resolve("PG_VERSION");
        Files.writeString(version, "14\n");
        var masar = MasarProcess.shipped(directory.resolve("old"), "--port", "0", "--empty");
        refused(masar, "was written by PostgreSQL 14", "export the data");
        assertThat(version).hasContent("14");
        assertThat(version.getParent()).isDirectoryNotContaining("glob:**/postgresql*");
    }

    @Test
    void anUnknownOptionIsExplained() {
        refused(MasarProcess.shipped(directory.resolve("data"), "--prot", "1"), "option --prot", "Usage: masar");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void aFolderOfPacksThatIsNotThereIsNotPassedOver() {
        var masar = MasarProcess.shipped(directory.resolve("data"), "--countries", "/no/such/folder", "--empty");
        refused(masar, "/no/such/folder", "--countries DIR");
    }

    @Test
    void aProgramThatListensOnThisMachineOnlyHoldsThePortToo() throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var masar = MasarProcess.shipped(
                    directory.resolve("data"), "--port", Integer.toString(taken.getLocalPort()), "--empty");
            refused(masar, "port " + taken.getLocalPort() + " is in use", "--port");
        }
    }

    @Test
    void aBrokenPackIsNamedByFileLineReasonAndCureAndNothingIsWritten() throws IOException, SQLException {
        Path countries = directory.resolve("countries");
        copy(Path.of("countries/lb"), countries.resolve("lb"));
        copy(Path.of("countries/shared"), countries.resolve("shared"));
        Path clocks = countries.resolve("shared/clocks.yaml");
        Files.writeString(clocks, Files.readString(clocks).replaceFirst("    unit: hours", "    unit: fortnights"));
        Path data = directory.resolve("data");
        var masar = MasarProcess.shipped(data, "--port", "0", "--empty", "--countries", countries.toString());

        assertThat(masar.exitCode()).as(masar.output()).isEqualTo(2);
        assertThat(masar.output())
                .contains("countries/shared/clocks.yaml")
                .containsPattern("line +7")
                .contains("fortnights")
                .contains("Correct this line and start again")
                .doesNotContain("\tat ")
                .doesNotContain("Masar is ready");
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("its database stopped")
                .doesNotExist();
        var commandLine = CommandLine.parse(new String[] {"--data", data.toString()});
        try (var database = Database.open(commandLine)) {
            String url = (String) database.properties().get("spring.datasource.url");
            assertThat(rows(DatabaseCut.administrator(data, url), "access.account"))
                    .isZero();
            assertThat(rows(DatabaseCut.administrator(data, url), "directory.organisation"))
                    .isZero();
        }
    }

    private static int rows(String address, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            var there = statement.executeQuery("select to_regclass('" + table + "') is not null");
            there.next();
            if (!there.getBoolean(1)) {
                return 0;
            }
            var count = statement.executeQuery("select count(*) from " + table);
            count.next();
            return count.getInt(1);
        }
    }

    private static void refused(MasarProcess masar, String cause, String cure) {
        assertThat(masar.exitCode()).as(masar.output()).isEqualTo(2);
        assertThat(masar.output())
                .contains("Masar cannot start: ")
                .contains(cause)
                .contains("What to do: ")
                .contains(cure)
                .doesNotContain("\tat ");
    }

    private static String link(MasarProcess masar) {
        return masar.said(LINK).group(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
