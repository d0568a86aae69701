package masar.access.internal.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.internal.PublicAddress;
import masar.access.internal.Tokens;
import masar.access.internal.provider.Discovery.Unusable;
import masar.access.internal.provider.IdTokens.Person;
import masar.directory.Directory;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends somebody to a provider and hears who came back: authorization code flow with PKCE, state and nonce. */
@Component
class Dialogue {

    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

    private final Visits visits;
    private final Discovery discovery;
    private final IdTokens tokens;
    private final ClientSecrets secrets;
    private final Directory directory;
    private final PublicAddress address;

    Dialogue(
            Visits visits,
            Discovery discovery,
            IdTokens tokens,
            ClientSecrets secrets,
            Directory directory,
            PublicAddress address) {
        this.visits = visits;
        this.discovery = discovery;
        this.tokens = tokens;
        this.secrets = secrets;
        this.directory = directory;
        this.address = address;
    }

    /** What the provider sent along with the person. */
    record Returned(String state, String code, @Nullable String issuer) {}

    /** Who came back, and the hash of the invitation they set out with, if any. */
    record Arrival(Person person, byte @Nullable [] invitation) {}

    /** The address at the provider to which the browser goes. */
    String setOut(
            IdentityProvider provider,
            byte @Nullable [] invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var endpoints = discovery.of(provider.issuer);
            var visit = new Visits.Visit(provider.id, Tokens.fresh(), Tokens.fresh(), invitation);
            var query = new LinkedHashMap<String, String>();
            query.put("response_type", "code");
            query.put("client_id", provider.clientId);
            query.put("redirect_uri", returnTo(provider.id));
            query.put("scope", "openid");
            query.put("state", visits.begin(visit, request, response));
            query.put("nonce", visit.nonce());
            query.put("code_challenge", text(Tokens.hash(visit.verifier())));
            query.put("code_challenge_method", "S256");
            String at = endpoints.authorization().toString();
            return at + (at.contains("?") ? "&" : "?") + form(query);
        } catch (Unusable unusable) {
            throw away(provider, unusable);
        }
    }

    /** Refused unless state, browser, provider, issuer, code and token all fit together. */
    Arrival hear(IdentityProvider provider, Returned returned, HttpServletRequest request) {
        var visit = visits.end(returned.state(), provider.id, request)
                .orElseThrow(() -> Refused.because("access.refused.proof"));
        try {
            var endpoints = discovery.of(provider.issuer);
            boolean fromThere = returned.issuer() == null
                    ? !endpoints.namesIssuerOnReturn()
                    : returned.issuer().equals(provider.issuer);
            Refused.unless(fromThere, "access.refused.proof");
            var answer = discovery.post(
                    endpoints.token(),
                    form(exchange(provider, returned.code(), visit.verifier())),
                    authorization(provider));
            String keys = discovery.get(endpoints.keys()).toString();
            var person = tokens.read(answer.path("id_token").asString(""), keys, provider, visit.nonce())
                    .orElseThrow(() -> Refused.because("access.refused.proof"));
            return new Arrival(person, visit.invitation());
        } catch (Unusable unusable) {
            throw away(provider, unusable);
        }
    }

    private Map<String, String> exchange(IdentityProvider provider, String code, String verifier) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", returnTo(provider.id));
        fields.put("code_verifier", verifier);
        return fields;
    }

    private String authorization(IdentityProvider provider) throws Unusable {
        var organisation = directory.organisation(provider.organisation).orElseThrow();
        String secret = secrets.of(organisation)
                .orElseThrow(() -> new Unusable("has no secret in " + ClientSecrets.variable(organisation)));
        String pair = encoded(provider.clientId) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** One address of return for each provider, so that what one sends is never taken for another's. */
    private String returnTo(UUID provider) {
        return address.value() + "/sign-in/provider/" + provider + "/back";
    }

    private static Refused away(IdentityProvider provider, Unusable unusable) {
        LOG.warn("the provider {} {}", provider.issuer, unusable.getMessage());
        return Refused.because("access.refused.provider.away");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
