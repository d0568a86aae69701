package masar.access.internal.passkeys;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import masar.access.internal.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a passkey is asked to sign: random, for one browser, five minutes, one answer. */
@Component
@Transactional
class Challenges {

    private static final String COOKIE = "masar_challenge";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Challenges(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new challenge for this browser; the account is who adds a passkey, null at a sign-in. */
    byte[] ask(HttpServletRequest request, HttpServletResponse response, @Nullable UUID account) {
        byte[] challenge = Tokens.bytes();
        String cookie = Tokens.fresh();
        jdbc.sql("delete from access.challenge where expires_at < ?")
                .param(inside(Duration.ZERO))
                .update();
        jdbc.sql("insert into access.challenge (cookie_hash, challenge, account, expires_at) values (?, ?, ?, ?)")
                .param(Tokens.hash(cookie))
                .param(challenge)
                .param(account)
                .param(inside(GOOD_FOR))
                .update();
        var header = ResponseCookie.from(COOKIE, cookie)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(GOOD_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, header.toString());
        return challenge;
    }

    /** The challenge this browser was given for this account (null: for a sign-in); it is used up. */
    Optional<byte[]> take(HttpServletRequest request, @Nullable UUID account) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(cookie -> jdbc.sql("delete from access.challenge where cookie_hash = ?"
                                + " returning challenge, account, expires_at > ? as holds")
                        .params(Tokens.hash(cookie), inside(Duration.ZERO))
                        .query((row, number) ->
                                row.getBoolean("holds") && Objects.equals(row.getObject("account", UUID.class), account)
                                        ? Optional.of(row.getBytes("challenge"))
                                        : Optional.<byte[]>empty())
                        .optional()
                        .flatMap(found -> found));
    }

    private OffsetDateTime inside(Duration duration) {
        return OffsetDateTime.ofInstant(clock.instant().plus(duration), ZoneOffset.UTC);
    }
}
