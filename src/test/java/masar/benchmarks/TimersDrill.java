package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import masar.access.internal.Codes;
import masar.launch.internal.DatabaseCut;
import masar.people.Persona;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What 300,000 timers of 100,000 open cases cost a page: the same system asked with no timer set, before and after, with
 * timers of which some ring every second, and while all that are late ring at once. Writes what it measured to
 * docs/performance.md.
 */
@Tag("drill")
class TimersDrill {

    private static final int CASES = Integer.getInteger("masar.benchmark.timers", 100_000);
    private static final int ROUNDS = 400;
    private static final int WARM = 200;
    private static final int PORT = 8096;
    private static final Path DATA = Path.of("target/benchmark-timers").toAbsolutePath();

    /** Steps that the copied cases have open, brought to three a case; nothing rings. */
    private static final List<String> QUIET =
            List.of("""
            insert into worklist.task (id, subject_kind, subject, code, step, name_ar, name_fr, name_en, address,
                organisation, role, asked_by, opened_at, due_at)
            select gen_random_uuid(), t.subject_kind, t.subject, t.code, t.step || '-' || n, t.name_ar, t.name_fr,
                t.name_en, t.address, t.organisation, t.role, t.asked_by, t.opened_at, t.due_at
            from worklist.task t, generate_series(2, 3) n
            where t.done_at is null and t.step !~ '-[23]$'
            on conflict do nothing""", "update worklist.task set rings_at = null where done_at is null", "vacuum analyze");

    /** Each timer set: due within ten days, so that about a third of one rings each second. */
    private static final List<String> SET = List.of("""
            update worklist.task set rings_at = now() + random() * interval '10 days', due_at = now() + interval '10 days',
                rung = 0 where done_at is null""", "vacuum analyze worklist.task");

    /** One in ten late at once, as after a standstill. */
    private static final List<String> LATE = List.of("""
            update worklist.task set rings_at = now(), due_at = now() where done_at is null and random() < 0.1""");

    @Test
    void timersDoNotSlowPages() throws Exception {
        Filled.with(DATA, CASES);
        var lines = new ArrayList<String>();
        try (var served = Served.fromClasses(DATA, PORT, List.of())) {
            assertThat(served.startSeconds()).isPositive();
            QUIET.forEach(TimersDrill::administrator);
            long timers = count("select count(*) from worklist.task where done_at is null");
            var pages = pages();
            medians(pages);
            var before = medians(pages);
            SET.forEach(TimersDrill::administrator);
            var with = medians(pages);
            LATE.forEach(TimersDrill::administrator);
            var ringing = medians(pages);
            QUIET.forEach(TimersDrill::administrator);
            var without = between(before, medians(pages));
            lines.add("| timers set | %d | 300,000 |".formatted(timers));
            pages.keySet().forEach(page -> {
                lines.add("| %s, median without timers and with them | %.1f ms, %.1f ms (%+.0f %%) | under 20 %% more |"
                        .formatted(page, of(without, page), of(with, page), more(without, with, page)));
                lines.add("| %s, median while one in ten rings at once | %.1f ms (%+.0f %%) | |"
                        .formatted(page, of(ringing, page), more(without, ringing, page)));
            });
            lines.add("| notices written meanwhile | %d | |".formatted(count("select count(*) from worklist.notice")));
        }
        Figures.write("timers", "%d cases, pages asked %d times each".formatted(CASES, ROUNDS), lines);
    }

    private record Page(Requests requests, String path) {}

    private static Map<String, Page> pages() throws Exception {
        var manager = signedIn(Persona.SAMIR);
        var operator = signedIn(Persona.RIMA);
        var coordinator = signedIn(Persona.OMAR);
        var pages = new LinkedHashMap<String, Page>();
        pages.put("worklist", new Page(manager, "/"));
        pages.put("list of cases", new Page(manager, "/cases"));
        String one = manager.firstLink("/cases", "/cases/[0-9a-f-]{36}");
        pages.put("case", new Page(manager, one));
        pages.put("deadlines of a case", new Page(manager, one + "/deadlines"));
        pages.put("report", new Page(operator, operator.firstLink("/reports", "/reports/[0-9a-f-]{36}")));
        pages.put("board", new Page(coordinator, "/board"));
        return pages;
    }

    private static Requests signedIn(Persona persona) throws Exception {
        var requests = new Requests("http://localhost:" + PORT);
        requests.signIn(persona.key(), Persona.PASSWORD, Codes.now(Persona.SECRET));
        return requests;
    }

    /** Pages in turn, so that noise meets all of them; the board, which counts everything, less often. */
    private static Map<String, Double> medians(Map<String, Page> pages) throws Exception {
        var times = new LinkedHashMap<String, List<Long>>();
        for (int round = -WARM; round < ROUNDS; round++) {
            for (var page : pages.entrySet()) {
                if (page.getKey().equals("board") && round % 20 != 0) {
                    continue;
                }
                long begun = System.nanoTime();
                page.getValue().requests().get(page.getValue().path());
                long took = System.nanoTime() - begun;
                if (round >= 0) {
                    times.computeIfAbsent(page.getKey(), key -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((page, all) -> {
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            medians.put(page, sorted[sorted.length / 2] / 1e6);
        });
        return medians;
    }

    /** What grows quicker or slower with the hours of a system counts half each way. */
    private static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        var mean = new LinkedHashMap<String, Double>();
        before.forEach((page, took) -> mean.put(page, (took + of(after, page)) / 2));
        return mean;
    }

    private static double of(Map<String, Double> medians, String page) {
        return medians.getOrDefault(page, Double.NaN);
    }

    private static double more(Map<String, Double> before, Map<String, Double> after, String page) {
        return 100 * (of(after, page) / of(before, page) - 1);
    }

    private static String address() throws Exception {
        String port = Files.readAllLines(DATA.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        return DatabaseCut.administrator(DATA, "jdbc:postgresql://127.0.0.1:" + port + "/masar");
    }

    private static void administrator(String sql) {
        try (var connection = DriverManager.getConnection(address());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (Exception refused) {
            throw new IllegalStateException(Arrays.toString(sql.split("\n")), refused);
        }
    }

    private static long count(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(address());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
