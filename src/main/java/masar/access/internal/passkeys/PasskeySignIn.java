package masar.access.internal.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import masar.access.internal.FullSignIn;
import masar.access.internal.Means;
import masar.access.internal.SignInPages;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a passkey, which is both factors: something held, opened by what the person knows or is. */
@Controller
class PasskeySignIn {

    private static final Subject NOBODY = new Subject("account", new UUID(0, 0));

    private final PasskeyDesk desk;
    private final FullSignIn fullSignIn;
    private final SignInPages signInPages;
    private final Pages pages;

    PasskeySignIn(PasskeyDesk desk, FullSignIn fullSignIn, SignInPages signInPages, Pages pages) {
        this.desk = desk;
        this.fullSignIn = fullSignIn;
        this.signInPages = signInPages;
        this.pages = pages;
    }

    @Door(open = true)
    @PostMapping("/sign-in/passkey/challenge")
    ResponseEntity<Map<String, Object>> challenge(HttpServletRequest request, HttpServletResponse response) {
        return ResponseEntity.ok(desk.signingOf(request, response));
    }

    @Door(open = true)
    @PostMapping("/sign-in/passkey")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String answer, HttpServletRequest request, HttpServletResponse response) {
        return pages.act(
                NOBODY,
                "access.sign.in",
                () -> fullSignIn.of(
                        () -> desk.accountOf(request, answer)
                                .orElseThrow(() -> Refused.because("access.refused.proof")),
                        Means.PASSKEY,
                        request,
                        response),
                signInPages::again);
    }
}
