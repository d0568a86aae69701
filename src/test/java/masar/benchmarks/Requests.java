package masar.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser would send, kept simple. */
final class Requests {

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
        var answer = http.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
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

    /** Fills in the form of this page and posts it; refused unless it leads on. */
    void post(String page, String action, Map<String, String> fields) throws Exception {
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
