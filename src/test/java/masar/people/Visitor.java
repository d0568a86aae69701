package masar.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody at Masar's pages without a browser: keeps cookies, follows nothing by itself, and fills in forms as they stand
 * on a page, tokens included.
 */
public final class Visitor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final URI base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Visitor(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** A visitor who has signed in as this invented person, with one step. */
    public static Visitor signedIn(int port, Persona persona) {
        var visitor = new Visitor(port);
        String action = "/demo/sign-in/" + persona.key();
        var answer = visitor.get("/sign-in").form(action).post(visitor);
        if (answer.status() / 100 != 3 || visitor.cookie("masar_session").isEmpty()) {
            throw new IllegalStateException(persona.key() + " cannot sign in: " + answer.status());
        }
        return visitor;
    }

    /** What came back. */
    public record Answer(int status, String body, HttpHeaders headers) {

        /** Path to which it leads, with the query; empty when it leads nowhere. */
        public String leadsTo() {
            return headers.firstValue("Location")
                    .map(URI::create)
                    .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
                    .orElse("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The form of this page that posts there. */
        public Form form(String action) {
            return FORM.matcher(body)
                    .results()
                    .map(found -> found.group())
                    .filter(text -> {
                        var posted = ACTION.matcher(text);
                        return posted.find() && posted.group(1).equals(action);
                    })
                    .findFirst()
                    .map(text -> new Form(action, hidden(text)))
                    .orElseThrow(() -> new NoSuchElementException(
                            "no form for " + action + " on a page of status " + status + ":\n" + body));
        }

        private static List<String> hidden(String form) {
            var fields = new ArrayList<String>();
            HIDDEN.matcher(form).results().forEach(found -> fields.addAll(List.of(found.group(1), found.group(2))));
            return List.copyOf(fields);
        }
    }

    /** A form as it stands on a page: its hidden fields and what is typed; names and values in turn. */
    public record Form(String action, List<String> fields) {

        public Form with(String... namesAndValues) {
            var all = new ArrayList<>(fields);
            all.addAll(List.of(namesAndValues));
            return new Form(action, List.copyOf(all));
        }

        public Form without(String name) {
            var left = new ArrayList<String>();
            for (int i = 0; i < fields.size(); i += 2) {
                if (!fields.get(i).equals(name)) {
                    left.addAll(fields.subList(i, i + 2));
                }
            }
            return new Form(action, List.copyOf(left));
        }

        public Form to(String address) {
            return new Form(address, fields);
        }

        public String value(String name) {
            for (int i = 0; i < fields.size(); i += 2) {
                if (fields.get(i).equals(name)) {
                    return fields.get(i + 1);
                }
            }
            return "";
        }

        public Answer post(Visitor visitor) {
            return visitor.post(action, fields);
        }

        /** Posts it as a browser does when the form holds a file, which comes last. */
        public Answer postWith(Visitor visitor, String fileName, byte[] content) {
            return visitor.post(action, fields, fileName, content);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts these names and values in turn, as they are. */
    public Answer post(String path, List<String> fields) {
        var body = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i += 2) {
            body.add(encoded(fields.get(i)) + "=" + encoded(fields.get(i + 1)));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", body)))
                .build());
    }

    /** A file that came back. */
    public record Fetched(int status, byte[] content, HttpHeaders headers) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Asks for a file; headers by name and value, in turn. */
    public Fetched fetch(String path, String... headers) {
        try {
            var request = request(path).GET();
            if (headers.length > 0) {
                request.headers(headers);
            }
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Fetched(response.statusCode(), response.body(), response.headers());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Answer post(String path, List<String> fields, String fileName, byte[] content) {
        String boundary = "----masar" + UUID.randomUUID();
        var head = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields.get(i), fields.get(i + 1)));
        }
        head.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, fileName));
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(content, 0, body, before.length, content.length);
        System.arraycopy(after, 0, body, before.length + content.length, after.length);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** An empty form with good tokens for any address. */
    public Form anyForm(String address) {
        var page = get("/sign-in").form("/sign-in");
        return page.without("_once").with("_once", UUID.randomUUID().toString()).to(address);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Takes over a cookie that somebody else holds. */
    public void carry(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
