package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import masar.launch.internal.DatabaseCut;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Form;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Masar is killed while operators send reports. The record that they keep outside is the judge: what was acknowledged is
 * there afterwards, and what was not may be sent again without being done twice.
 */
class KillTests {

    private static final int OPERATORS = 4;
    private static final String REPORTS = "select count(*) from intake.report";
    private static final Pattern REPORT = Pattern.compile("href=\"(/reports/[0-9a-f-]{36})\"");

    @TempDir
    Path directory;

    /** Acknowledged reports: address and what was told. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Those since the last kill. */
    private final Map<String, String> latest = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<Form> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void whatWasAcknowledgedSurvivesThreeKills() throws Exception {
        survives(3, 20261121);
    }

    @Test
    @Tag("drill")
    void whatWasAcknowledgedSurvivesAHundredKills() throws Exception {
        survives(100, 8020);
    }

    private void survives(int kills, long seed) throws Exception {
        var random = new Random(seed);
        Path data = directory.resolve("data");
        int port = freePort();
        var masar = serve(data, port);
        try {
            var rima = Visitor.signedIn(port, Persona.RIMA);
            int invented = rows(data, REPORTS);
            for (int kill = 0; kill < kills; kill++) {
                int before = acknowledged.size();
                latest.clear();
                long moment = 300 + random.nextInt(2_000);
                sendReportsUntilKilled(rima, masar, kill, moment);
                assertThat(acknowledged.size())
                        .as("acknowledged before kill " + kill)
                        .isGreaterThan(before);
                masar = serve(data, port);
                everyAcknowledgedReportIsThere(data);
                theyRead(rima, latest);
                everyUnansweredFormMayBeSentAgain(rima);
            }
            theyRead(rima, acknowledged);
            int told = rows(data, REPORTS) - invented;
            assertThat(told).as("each report once").isEqualTo(acknowledged.size());
            System.out.println("Killed " + kills + " times (seed " + seed + "): " + acknowledged.size()
                    + " acknowledged reports, none lost.");
        } finally {
            masar.close();
        }
    }

    private static MasarProcess serve(Path data, int port) {
        var masar = MasarProcess.demonstration(data, "--port", Integer.toString(port));
        try {
            masar.port();
            return masar;
        } catch (RuntimeException failure) {
            masar.close();
            throw failure;
        }
    }

    private void sendReportsUntilKilled(Visitor rima, MasarProcess masar, int kill, long moment) throws Exception {
        try (var operators = Executors.newFixedThreadPool(OPERATORS)) {
            int before = acknowledged.size();
            var work = IntStream.range(0, OPERATORS)
                    .mapToObj(operator -> operators.submit(() -> sendReports(rima, kill, operator)))
                    .toList();
            untilSomethingIsAcknowledged(before);
            Thread.sleep(moment);
            masar.kill();
            for (var each : work) {
                each.get();
            }
        }
    }

    private void untilSomethingIsAcknowledged(int before) throws InterruptedException {
        for (int look = 0; look < 600 && acknowledged.size() == before; look++) {
            Thread.sleep(50);
        }
    }

    private void sendReports(Visitor rima, int kill, int operator) {
        for (int number = 0; ; number++) {
            String told = "kill %d operator %d report %d".formatted(kill, operator, number);
            Form form;
            try {
                form = report(rima, told);
            } catch (UncheckedIOException gone) {
                return;
            }
            try {
                acknowledge(form, rima);
            } catch (UncheckedIOException gone) {
                unanswered.add(form);
                return;
            }
        }
    }

    private void acknowledge(Form form, Visitor rima) {
        var answer = form.post(rima);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        String address = answer.leadsTo().replaceAll("\\?.*", "");
        acknowledged.put(address, form.value("whatHappened"));
        latest.put(address, form.value("whatHappened"));
    }

    private static Form report(Visitor rima, String told) {
        return rima.get("/reports/new")
                .form("/reports")
                .with("channel", "hotline", "caller", "witness", "whatHappened", told)
                .with("ageNow", "unknown", "dangerNow", "no", "medicalNeed", "none", "detained", "no");
    }

    /** Every one of them lies in the table; what it tells is read on the pages of the latest, and at the end of all. */
    private void everyAcknowledgedReportIsThere(Path data) throws SQLException, IOException {
        var there = new HashSet<String>();
        try (var connection = DriverManager.getConnection(administrator(data));
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select id from intake.report");
            while (rows.next()) {
                there.add("/reports/" + rows.getString(1));
            }
        }
        assertThat(there).containsAll(acknowledged.keySet());
    }

    private static void theyRead(Visitor rima, Map<String, String> reports) {
        reports.forEach((address, told) -> {
            var page = rima.get(address);
            assertThat(page.status()).as(address + " " + told).isEqualTo(200);
            assertThat(page.body()).contains(told);
        });
    }

    /** A form whose answer was lost: sent again, it is done if it was not, and never twice. */
    private void everyUnansweredFormMayBeSentAgain(Visitor rima) {
        for (Form form = unanswered.poll(); form != null; form = unanswered.poll()) {
            String told = form.value("whatHappened");
            var answer = form.post(rima);
            assertThat(answer.status()).as(told).isIn(303, 409);
            var addresses = telling(rima, told);
            assertThat(addresses).as(told).hasSize(1);
            acknowledged.put(addresses.getFirst(), told);
        }
    }

    /** Those of the latest reports that tell this; only the pages can say, since the database holds it sealed. */
    private static List<String> telling(Visitor rima, String told) {
        return REPORT.matcher(rima.get("/reports").body())
                .results()
                .map(result -> result.group(1))
                .distinct()
                .filter(address -> rima.get(address).body().contains(told))
                .toList();
    }

    private static int rows(Path data, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(administrator(data));
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String administrator(Path data) throws IOException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        return DatabaseCut.administrator(data, "jdbc:postgresql://127.0.0.1:" + port + "/masar");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
