package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import masar.access.internal.Codes;
import masar.launch.internal.DatabaseCut;
import masar.people.Persona;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What row-level security, sealing and audit cost together, and audit alone, with 250,000 cases: two systems of the same
 * build serve side by side, one of them with the three switched off, and are asked in turn, so that noise meets both.
 * Writes what it measured to docs/performance.md.
 */
@Tag("drill")
class ProtectionDrill {

    private static final int CASES = Integer.getInteger("masar.benchmark.protected", 250_000);
    private static final int ROUNDS = 600;
    private static final int WARM = 300;
    private static final int OPERATORS = 4;
    private static final int WRITING = 5;
    private static final int WARM_WRITING = 60;
    private static final int TURNS = 12;
    private static final int PORT = 8097;
    private static final String UNSEALED = "-Dmasar.drill.unsealed=true";
    private static final Path OFF = Path.of("target/benchmark-unaudited").toAbsolutePath();
    private static final String UNAUDITED = "-Dmasar.drill.unaudited=" + OFF;
    private static final Path PROTECTED = Path.of("target/benchmark-protected").toAbsolutePath();
    private static final Path BARE = Path.of("target/benchmark-bare").toAbsolutePath();

    @Test
    void protectionCostsLessThanAThirdOfAPage() throws Exception {
        Filled.with(PROTECTED, CASES);
        Files.writeString(OFF, "");
        Filled.with(BARE, CASES, UNSEALED, UNAUDITED);
        var lines = new ArrayList<String>();
        pages(lines);
        Figures.write(
                "protection",
                "%d cases in twelve organisations, pages asked in turn of both systems, %d times each"
                        .formatted(CASES, ROUNDS),
                lines);
        assertThat(lines).hasSize(5);
    }

    @Test
    void theTrailCostsLittleOfWriting() throws Exception {
        Filled.with(PROTECTED, CASES);
        var lines = new ArrayList<String>();
        writing(lines);
        Figures.write(
                "trail-writing",
                "%d cases, %d operators at once, the trail switched on and off every %d s, %d turns of each"
                        .formatted(CASES, OPERATORS, WRITING, TURNS),
                lines);
        assertThat(lines).hasSize(1);
    }

    private static void pages(List<String> lines) throws Exception {
        try (var whole = Served.fromClasses(PROTECTED, PORT, List.of());
                var bare = Served.fromClasses(BARE, PORT + 1, List.of(UNSEALED, UNAUDITED))) {
            assertThat(List.of(whole.startSeconds(), bare.startSeconds())).doesNotContain(0.0);
            administrator(BARE, "alter role masar_app bypassrls");
            var withAll = addresses(PORT);
            var without = addresses(PORT + 1);
            double all = 0;
            double none = 0;
            for (String page : withAll.keySet()) {
                double[] medians = medians(withAll.get(page), without.get(page));
                all += medians[0];
                none += medians[1];
                lines.add("| %s, median with and without the three | %.1f ms, %.1f ms | %.1f ms more |"
                        .formatted(page, medians[0], medians[1], medians[0] - medians[1]));
            }
            lines.add(
                    "| row-level security, sealing and audit, part of the time of these pages | %.0f %% | under 35 %% |"
                            .formatted(100 * (all - none) / all));
        }
    }

    private record Page(Requests requests, String path) {}

    private static Map<String, Page> addresses(int port) throws Exception {
        var operator = signedIn(port, Persona.RIMA);
        var manager = signedIn(port, Persona.SAMIR);
        var pages = new LinkedHashMap<String, Page>();
        pages.put("worklist", new Page(manager, "/"));
        pages.put("list of cases", new Page(manager, "/cases"));
        pages.put("case", new Page(manager, manager.firstLink("/", "/cases/[0-9a-f-]{36}")));
        pages.put("report", new Page(operator, operator.firstLink("/reports", "/reports/[0-9a-f-]{36}")));
        return pages;
    }

    private static double[] medians(Page one, Page other) throws Exception {
        long[] first = new long[ROUNDS];
        long[] second = new long[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            one.requests().get(one.path());
            long between = System.nanoTime();
            other.requests().get(other.path());
            long ended = System.nanoTime();
            if (i >= 0) {
                first[i] = between - begun;
                second[i] = ended - between;
            }
        }
        return new double[] {median(first), median(second)};
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }

    /** Reports a second with the trail and without it: the same process and data, in turn every few seconds. */
    private static void writing(List<String> lines) throws Exception {
        var with = new double[TURNS];
        var without = new double[TURNS];
        try (var served = Served.fromClasses(PROTECTED, PORT, List.of(UNAUDITED))) {
            assertThat(served.startSeconds()).isPositive();
            var operator = signedIn(PORT, Persona.RIMA);
            write(operator, WARM_WRITING);
            for (int turn = 0; turn < TURNS; turn++) {
                for (boolean entered : turn % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                    (entered ? with : without)[turn] = reportsASecond(operator, entered);
                }
            }
        }
        Arrays.sort(with);
        Arrays.sort(without);
        double all = with[TURNS / 2];
        double none = without[TURNS / 2];
        lines.add(
                "| audit, part of the write throughput (%.0f and %.0f reports a second, form and act) | %.0f %% | under 15 %% |"
                        .formatted(all, none, 100 * (none - all) / none));
    }

    private static double reportsASecond(Requests operator, boolean entered) throws Exception {
        if (entered) {
            Files.deleteIfExists(OFF);
        } else {
            Files.writeString(OFF, "");
        }
        return write(operator, WRITING) / (double) WRITING;
    }

    private static int write(Requests operator, int seconds) throws Exception {
        var written = new AtomicInteger();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < OPERATORS; i++) {
                var unused = pool.submit(() -> {
                    while (System.nanoTime() < until) {
                        operator.post("/reports/new", "/reports", REPORT);
                        written.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        return written.get();
    }

    private static final Map<String, String> REPORT = Map.of(
            "channel", "hotline",
            "caller", "witness",
            "whatHappened", "invented",
            "ageNow", "unknown",
            "dangerNow", "no",
            "medicalNeed", "none",
            "detained", "no");

    /** Signs in; a code counts once, so whoever signed in a moment ago waits for the next. */
    private static Requests signedIn(int port, Persona persona) throws Exception {
        var requests = new Requests("http://localhost:" + port);
        while (Codes.now(Persona.SECRET).equals(LAST_CODE.get(persona.key() + port))) {
            Thread.sleep(500);
        }
        String code = Codes.now(Persona.SECRET);
        requests.signIn(persona.key(), Persona.PASSWORD, code);
        LAST_CODE.put(persona.key() + port, code);
        return requests;
    }

    private static final Map<String, String> LAST_CODE = new HashMap<>();

    private static void administrator(Path data, String sql) throws Exception {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        try (var connection = DriverManager.getConnection(
                        DatabaseCut.administrator(data, "jdbc:postgresql://127.0.0.1:" + port + "/masar"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
