package masar.access.internal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider says of itself, and how Masar speaks to it: TLS only (plain HTTP on this machine alone), no redirect
 * followed, five seconds, at most 256 KiB.
 */
@Component
class Discovery {

    private static final int LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JsonMapper json;

    Discovery(JsonMapper json) {
        this.json = json;
    }

    /** The provider's own addresses (OpenID Connect Discovery 1.0). */
    record Endpoints(URI authorization, URI token, URI keys, boolean namesIssuerOnReturn) {}

    /** The provider did not answer as it should; the message names no secret. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String what) {
            super(what);
        }
    }

    Endpoints of(String issuer) throws Unusable {
        var said = get(safe(issuer + "/.well-known/openid-configuration"));
        if (!said.path("issuer").asString("").equals(issuer)) {
            throw new Unusable("names another issuer");
        }
        return new Endpoints(
                safe(said.path("authorization_endpoint").asString("")),
                safe(said.path("token_endpoint").asString("")),
                safe(said.path("jwks_uri").asString("")),
                said.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    JsonNode get(URI address) throws Unusable {
        return send(HttpRequest.newBuilder(address).GET());
    }

    JsonNode post(URI address, String form, String authorization) throws Unusable {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private JsonNode send(HttpRequest.Builder request) throws Unusable {
        try {
            var answer = OnDemand.HTTP.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != 200 || bytes.length > LARGEST) {
                    throw new Unusable("answered " + answer.statusCode());
                }
                return json.readTree(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | JacksonException away) {
            throw new Unusable("does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unusable("was interrupted");
        }
    }

    static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            String host = uri.getHost();
            boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
            return host != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static URI safe(String address) throws Unusable {
        if (!isSafe(address)) {
            throw new Unusable("names an address without TLS");
        }
        return URI.create(address);
    }

    /** Made when the first provider is asked: most organisations have none. */
    private static final class OnDemand {

        static final HttpClient HTTP = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }
}
