package masar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells the browser to forbid and to forget. */
@MasarTest
class HeadersTests {

    private static final Map<String, String> ON_EVERYTHING = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff");

    @LocalServerPort
    int port;

    @Test
    void everyPageIsGuardedAndKeptNowhere() {
        var stranger = new Visitor(port);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("sign-in", stranger.get("/sign-in"));
        answers.put("sent to the sign-in", stranger.get("/cases"));
        answers.put("language", stranger.get("/language/fr?back=/sign-in"));
        answers.put("home", samir.get("/"));
        answers.put("list", samir.get("/cases"));
        answers.put("not found", samir.get("/nothing"));
        answers.put("no csrf", samir.anyForm("/sign-out").without("_csrf").post(samir));
        answers.put("no once", samir.anyForm("/sign-out").without("_once").post(samir));
        answers.forEach((name, answer) -> {
            guarded(name, answer);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(name)
                    .singleElement()
                    .asString()
                    .contains("no-store");
            assertThat(answer.header("Server")).as(name).isEmpty();
        });
        assertThat(answers.get("home").body())
                .doesNotContainPattern("<script(?![^>]*src=)|<style| style=\"| on[a-z]+=\"");
    }

    @Test
    void librariesAndFontsAreKeptForAYear() {
        var stranger = new Visitor(port);
        var page = stranger.get("/sign-in").body();
        var assets = java.util.regex.Pattern.compile("\"(/assets/[^\"#]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(assets).hasSizeGreaterThan(3);
        for (String asset : assets) {
            var answer = stranger.get(asset.replace("&amp;", "&"));
            assertThat(answer.status()).as(asset).isEqualTo(200);
            guarded(asset, answer);
            assertThat(answer.header("Cache-Control")).as(asset).contains("max-age=31536000");
        }
    }

    private static void guarded(String name, Answer answer) {
        ON_EVERYTHING.forEach((header, value) -> assertThat(answer.headers().allValues(header))
                .as(name + " " + header)
                .containsExactly(value));
    }
}
