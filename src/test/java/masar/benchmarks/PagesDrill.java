package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import masar.access.internal.Codes;
import masar.people.Persona;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

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
        Path filled = DATA.resolve("filled-%d-%08x".formatted(CASES, migrations()));
        if (!Files.exists(filled)) {
            FileSystemUtils.deleteRecursively(DATA);
            run("masar.benchmarks.ManyCases", DATA.toString(), Integer.toString(CASES), "7");
            Files.createFile(filled);
        }
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
        write(lines);
        assertThat(lines).hasSize(12);
    }

    /** Changes when a migration does: data filled by another version of the tables is thrown away. */
    private static int migrations() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            int hash = 1;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hash = 31 * hash + Arrays.hashCode(Files.readAllBytes(file));
            }
            return hash;
        }
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

    private static void run(String main, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-cp",
                "target/test-classes:target/classes:"
                        + Files.readString(Path.of("target/runtime.classpath")).strip(),
                main));
        words.addAll(Arrays.asList(arguments));
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }

    private static void write(List<String> measured) throws IOException {
        Path file = Path.of("docs/performance.md");
        String before =
                Files.exists(file) ? Files.readString(file) : "# Performance\n\n<!-- pages -->\n<!-- /pages -->\n";
        String table =
                "<!-- pages -->\nMeasured on %s, %d cores, Java %s, %d cases, %d requests a second for %d s a page. Repeat: `./test --drills`.\n\n| what | measured | aim |\n|---|---|---|\n%s\n<!-- /pages -->"
                        .formatted(
                                Instant.now().toString().substring(0, 10),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                CASES,
                                RATE,
                                SECONDS,
                                String.join("\n", measured));
        Files.writeString(
                file,
                Pattern.compile("<!-- pages -->.*<!-- /pages -->", Pattern.DOTALL)
                        .matcher(before)
                        .replaceFirst(java.util.regex.Matcher.quoteReplacement(table)),
                StandardCharsets.UTF_8);
    }

    /** What a browser would send, kept simple. */
    static final class Requests {

        private final String base;
        private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();

        Requests(String base) {
            this.base = base;
        }

        void signIn(String name, String password, String code) throws Exception {
            post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
            post("/sign-in/code", "/sign-in/code", Map.of("code", code));
            assertThat(get("/")).contains("/sign-out");
        }

        String get(String path) throws Exception {
            var answer = http.send(request(path).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }

        int weight(String path) throws Exception {
            var answer =
                    http.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            return answer.body().length;
        }

        /** The page with every style and script it names, as bytes on the wire. */
        int firstLoad(String path) throws Exception {
            int sum = weight(path);
            var links = Pattern.compile("(?:href|src)=\"(/assets/(?:[a-z.]+)\\?v=[0-9a-f]+)\"")
                    .matcher(get(path));
            for (String link :
                    links.results().map(result -> result.group(1)).distinct().toList()) {
                sum += weight(link);
            }
            return sum + weight("/assets/icons.svg");
        }

        String firstLink(String page, String pattern) throws Exception {
            var links = Pattern.compile("href=\"(" + pattern + ")\"").matcher(get(page));
            assertThat(links.find()).as("a link on " + page).isTrue();
            return links.group(1);
        }

        private void post(String page, String action, Map<String, String> fields) throws Exception {
            String form = get(page);
            var body = new ArrayList<String>();
            for (String hidden : List.of("_csrf", "_once")) {
                var value = Pattern.compile("name=\"" + hidden + "\" value=\"([^\"]+)\"")
                        .matcher(form);
                assertThat(value.find()).isTrue();
                body.add(hidden + "=" + java.net.URLEncoder.encode(value.group(1), StandardCharsets.UTF_8));
            }
            fields.forEach(
                    (name, value) -> body.add(name + "=" + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
            var request = request(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(String.join("&", body)))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(action)
                    .isEqualTo(303);
        }

        private java.net.http.HttpRequest.Builder request(String path) {
            return java.net.http.HttpRequest.newBuilder(java.net.URI.create(base + path));
        }
    }
}
