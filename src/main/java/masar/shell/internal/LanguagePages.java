package masar.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shell.Door;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch: keeps the choice in a cookie and returns to the same place. */
@Controller
class LanguagePages {

    @Door(open = true)
    @GetMapping("/language/{code}")
    ResponseEntity<Void> choose(
            @PathVariable String code, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        var language = Language.of(code).orElseThrow(Refused::notFound);
        var cookie = ResponseCookie.from(Frames.LANGUAGE, language.code())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, samePlace(back))
                .build();
    }

    /** Only a path of this site: never an address elsewhere. */
    private static String samePlace(String back) {
        return back.matches("/[A-Za-z0-9/_-]*") && !back.startsWith("//") ? back : "/";
    }
}
