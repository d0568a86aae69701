package masar.access.internal.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Believes an ID token only when it is signed by the provider's published keys with an asymmetric algorithm, was made for
 * Masar, for this very visit, and is fresh (OpenID Connect Core 1.0, section 3.1.3.7).
 */
@Component
class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS512);
    private static final Duration DRIFT = Duration.ofMinutes(2);

    private final InstantSource clock;

    IdTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Who the provider says it is, and whether it asked for two factors. */
    record Person(String subject, boolean strong) {}

    /** Empty when anything about the token is not as it must be. */
    Optional<Person> read(String token, String keys, IdentityProvider provider, String nonce) {
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))));
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            var claims = processor.process(token, null);
            return isForUs(claims, provider) && isForThisVisit(claims, nonce)
                    ? Optional.of(new Person(claims.getSubject(), isStrong(claims, provider)))
                    : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException notBelieved) {
            return Optional.empty();
        }
    }

    private static boolean isForUs(JWTClaimsSet claims, IdentityProvider provider) throws ParseException {
        List<String> audience = claims.getAudience();
        String presenter = claims.getStringClaim("azp");
        String subject = claims.getSubject();
        return provider.issuer.equals(claims.getIssuer())
                && audience.contains(provider.clientId)
                && (presenter == null ? audience.size() == 1 : presenter.equals(provider.clientId))
                && subject != null
                && !subject.isBlank()
                && subject.length() <= 255;
    }

    private boolean isForThisVisit(JWTClaimsSet claims, String nonce) throws ParseException {
        var now = clock.instant();
        Date made = claims.getIssueTime();
        return nonce.equals(claims.getStringClaim("nonce"))
                && isAfter(claims.getExpirationTime(), now.minus(DRIFT))
                && made != null
                && made.toInstant().isBefore(now.plus(DRIFT));
    }

    private static boolean isAfter(@Nullable Date date, java.time.Instant instant) {
        return date != null && date.toInstant().isAfter(instant);
    }

    private static boolean isStrong(JWTClaimsSet claims, IdentityProvider provider) throws ParseException {
        var said = new HashSet<String>();
        List<String> methods = claims.getStringListClaim("amr");
        if (methods != null) {
            said.addAll(methods);
        }
        String level = claims.getStringClaim("acr");
        if (level != null) {
            said.add(level);
        }
        said.retainAll(provider.strongValues);
        return !said.isEmpty();
    }
}
