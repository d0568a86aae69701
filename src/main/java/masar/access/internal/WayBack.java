package masar.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Where somebody was when the session ended, so that the sign-in leads back there. Kept in a cookie of the browser for
 * half an hour, with the hash of the session that ended: a colleague who signs in at the same browser is not led there.
 */
@Component
public class WayBack {

    private static final String NAME = "masar_back";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Pattern SAFE = Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9/_.-]*)?(\\?[A-Za-z0-9=&_.%+-]*)?");
    private static final int LONGEST = 400;

    private final Sessions sessions;

    WayBack(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A path of this site, or "/" for anything else: never an address elsewhere. */
    static String safe(String path) {
        return path.length() <= LONGEST && SAFE.matcher(path).matches() && !path.contains("..") ? path : "/";
    }

    /** The path that this request asked for, with its query. */
    static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Notes the place that a signed-out person asked for. */
    static void keep(HttpServletRequest request, HttpServletResponse response) {
        String path = pathOf(request);
        if (!path.equals("/") && request.getHeader("HX-Request") == null) {
            String session = SessionCookie.read(request)
                    .map(token -> HexFormat.of().formatHex(Tokens.hash(token)))
                    .orElse("");
            write(request, response, URLEncoder.encode(path, StandardCharsets.UTF_8) + "|" + session, KEPT);
        }
    }

    /** Where to lead this person after the sign-in; asked once. */
    public String take(HttpServletRequest request, HttpServletResponse response, UUID account) {
        Optional<String> kept = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
        if (kept.isEmpty()) {
            return "/";
        }
        write(request, response, "", Duration.ZERO);
        String[] parts = kept.get().split("\\|", -1);
        if (parts.length != 2 || !parts[1].matches("([0-9a-f]{64})?")) {
            return "/";
        }
        boolean own = parts[1].isEmpty()
                || sessions.ownerOf(HexFormat.of().parseHex(parts[1])).equals(Optional.of(account));
        return own ? safe(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)) : "/";
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String value, Duration duration) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(duration)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
