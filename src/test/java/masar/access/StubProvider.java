package masar.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An OpenID Connect provider on this machine, which a test can make lie. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "masar-test";
    static final String SECRET = "known to the test only";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /** What the token says; a test changes it to attack. */
    UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;

    /** Algorithm of the signature, {@code none} for no signature. */
    String algorithm = "RS256";

    boolean signedByAStranger;
    String subject = "person-" + UUID.randomUUID();
    List<String> methods = List.of("pwd");
    Instant now = Instant.now();

    private record Asked(String nonce, String challenge, String returnTo) {}

    StubProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The person signs in at this address of the provider; returns the query with which the browser comes back. */
    String visit(String location) {
        var query = fields(URI.create(location).getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, new Asked(query.get("nonce"), query.get("code_challenge"), query.get("redirect_uri")));
        return URI.create(query.get("redirect_uri")).getPath() + "?code=" + code + "&state=" + query.get("state");
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys"}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var visit = asked.remove(form.getOrDefault("code", ""));
        String pair = CLIENT + ":" + SECRET.replace(" ", "+");
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (visit == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !visit.returnTo().equals(form.get("redirect_uri"))
                || !visit.challenge().equals(hash(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, "{\"token_type\":\"Bearer\",\"id_token\":\"" + idToken(visit.nonce()) + "\"}");
    }

    private String idToken(String nonce) {
        try {
            var builder = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .subject(subject)
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("email", "lina@example.org")
                    .claim("amr", methods);
            var said = claims.apply(builder).build();
            if (algorithm.equals("none")) {
                return new PlainJWT(said).serialize();
            }
            if (algorithm.equals("HS256")) {
                var jwt = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), said);
                jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                return jwt.serialize();
            }
            var signer =
                    signedByAStranger ? new RSAKeyGenerator(2048).keyID("one").generate() : key;
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), said);
            jwt.sign(new RSASSASigner(signer));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
