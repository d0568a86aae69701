package masar.access.internal.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import masar.access.internal.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People on their way to a provider and back: bound to one browser, one provider, ten minutes, one return. */
@Component
@Transactional
class Visits {

    private static final String COOKIE = "masar_provider";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Visits(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What must fit when the person returns.
     *
     * @param verifier secret of the exchange (PKCE, RFC 7636)
     * @param invitation hash of the invitation that this visit links; null at a sign-in
     */
    record Visit(UUID provider, String nonce, String verifier, byte @Nullable [] invitation) {}

    /** Sets out; returns the state for the address. */
    String begin(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String state = Tokens.fresh();
        String cookie = Tokens.fresh();
        jdbc.sql("delete from access.provider_visit where expires_at < ?")
                .param(inside(Duration.ZERO))
                .update();
        jdbc.sql("insert into access.provider_visit (state_hash, cookie_hash, provider, nonce, verifier,"
                        + " invitation_hash, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .param(Tokens.hash(state))
                .param(Tokens.hash(cookie))
                .param(visit.provider())
                .param(visit.nonce())
                .param(visit.verifier())
                .param(visit.invitation())
                .param(inside(GOOD_FOR))
                .update();
        var header = ResponseCookie.from(COOKIE, cookie)
                .path("/sign-in/provider")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(GOOD_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, header.toString());
        return state;
    }

    /** The visit that returns with this state to this browser, at the provider it set out to; it is used up. */
    Optional<Visit> end(String state, UUID provider, HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(cookie -> jdbc.sql("delete from access.provider_visit where state_hash = ? and cookie_hash = ?"
                                + " and provider = ? and expires_at > ?"
                                + " returning provider, nonce, verifier, invitation_hash")
                        .params(Tokens.hash(state), Tokens.hash(cookie), provider, inside(Duration.ZERO))
                        .query((row, number) -> new Visit(
                                row.getObject("provider", UUID.class),
                                row.getString("nonce"),
                                row.getString("verifier"),
                                row.getBytes("invitation_hash")))
                        .optional());
    }

    private OffsetDateTime inside(Duration duration) {
        return OffsetDateTime.ofInstant(clock.instant().plus(duration), ZoneOffset.UTC);
    }
}
