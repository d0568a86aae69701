package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import masar.access.internal.Codes;
import masar.people.Persona;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pages of worklist, case and report under 20 requests a second with 10,000 cases, served by the packaged jar. Writes
 * what it measured to docs/performance.md; the aims are compared there, not asserted, because machines are noisy.
 */
@Tag("drill")
class PagesDrill {

    private static final int CASES = Integer.getInteger("masar.benchmark.cases", 10_000);
    private static final int RATE = 20;
    private static final int SECONDS = 60;
    private static final int PORT = 8099;
    private static final Path DATA = Path.of("target/benchmark-data").toAbsolutePath();

    @Test
    void pagesAnswerQuicklyWithTenThousandCases() throws Exception {
        Filled.with(DATA, CASES);
        var lines = new ArrayList<String>();
        try (var served = Served.start(DATA, PORT)) {
            lines.add("| start of the packaged jar | %.1f s | under 8 s |".formatted(served.startSeconds()));
            var browser = new Requests("http://localhost:" + PORT);
            browser.signIn(Persona.RIMA.key(), Persona.PASSWORD, Codes.now(Persona.SECRET));
            var firstLoad = browser.firstLoad("/");
            lines.add("| first load of the worklist, gzip, without fonts | %d kB | under 150 kB |"
                    .formatted(firstLoad / 1000));
            var manager = new Requests("http://localhost:" + PORT);
            manager.signIn(Persona.SAMIR.key(), Persona.PASSWORD, Codes.now(Persona.SECRET));
            Map<String, Page> pages = new LinkedHashMap<>();
            pages.put("worklist", new Page(browser, "/"));
            pages.put("report", new Page(browser, browser.firstLink("/reports", "/reports/[0-9a-f-]{36}")));
            pages.put("case", new Page(manager, manager.firstLink("/cases", "/cases/[0-9a-f-]{36}")));
            warmUp(pages);
            for (var page : pages.entrySet()) {
                long[] times = load(page.getValue());
                int weight = page.getValue().requests().weight(page.getValue().path());
                lines.add("| %s, median | %.1f ms | under 30 ms |".formatted(page.getKey(), millis(times, 0.5)));
                lines.add("| %s, p95 | %.1f ms | |".formatted(page.getKey(), millis(times, 0.95)));
                lines.add(
                        "| %s, page weight, gzip | %.1f kB | under 15 kB |".formatted(page.getKey(), weight / 1000.0));
            }
            lines.add("| memory of the JVM after the load (resident) | %d MB | under 512 MB |"
                    .formatted(served.residentMegabytes()));
        }
        Figures.write("pages", "%d cases, %d requests a second for %d s a page".formatted(CASES, RATE, SECONDS), lines);
        assertThat(lines).hasSize(12);
    }

    private record Page(Requests requests, String path) {}

    private static void warmUp(Map<String, Page> pages) throws Exception {
        for (int i = 0; i < 300; i++) {
            for (Page page : pages.values()) {
                page.requests().get(page.path());
            }
        }
    }

    /** Sends at a fixed rate, whether or not earlier answers have come (open loop), and returns the times in ns. */
    private static long[] load(Page page) throws Exception {
        var times = new ArrayList<Long>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < RATE * SECONDS; i++) {
                long at = begun + i * 1_000_000_000L / RATE;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
                var unused = pool.submit(() -> {
                    page.requests().get(page.path());
                    synchronized (times) {
                        times.add(System.nanoTime() - at);
                    }
                    return null;
                });
            }
        }
        assertThat(times).hasSize(RATE * SECONDS);
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[(int) (sorted.length * quantile)] / 1e6;
    }
}
