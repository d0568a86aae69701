package masar.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries the session's token: not readable by scripts, not sent from foreign pages. */
public final class SessionCookie {

    private static final String NAME = "masar_session";

    /** By TLS the name binds the cookie to this very host: no neighbouring host can set or replace it. */
    private static final String NAME_BY_TLS = "__Host-" + NAME;

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Hands the token to the browser; it is forgotten when the browser closes. */
    public static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, token, -1);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? NAME_BY_TLS : NAME;
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String token, long seconds) {
        var cookie = ResponseCookie.from(name(request), token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
