package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, in two steps, and out. */
@Controller
class SignInPages {

    private static final Subject NOBODY = new Subject("account", new UUID(0, 0));

    private final SignIn signIn;
    private final Sessions sessions;
    private final Pages pages;
    private final Audit audit;
    private final List<OneStepSignIn> oneStep;

    SignInPages(SignIn signIn, Sessions sessions, Pages pages, Audit audit, List<OneStepSignIn> oneStep) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.pages = pages;
        this.audit = audit;
        this.oneStep = oneStep;
    }

    @Door(open = true)
    @GetMapping("/sign-in")
    ModelAndView page() {
        return page(Filled.empty());
    }

    @Door(open = true)
    @PostMapping("/sign-in")
    ModelAndView withPassword(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.act(
                NOBODY,
                "access.sign.in",
                () -> {
                    new Problems()
                            .required("name", name)
                            .required("password", password)
                            .atMost("password", password, Passwords.LONGEST)
                            .refuseIfAny();
                    String token = signIn.withPassword(name, password, request.getRemoteAddr());
                    SessionCookie.write(request, response, token);
                    return "/sign-in/code";
                },
                filled -> page(filled));
    }

    @Door(open = true)
    @GetMapping("/sign-in/code")
    ModelAndView codePage() {
        return pages.show("access/code", Filled.empty());
    }

    @Door(open = true)
    @PostMapping("/sign-in/code")
    ModelAndView withCode(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return pages.act(
                NOBODY,
                "access.sign.in",
                () -> {
                    new Problems().required("code", code).refuseIfAny();
                    String token = SessionCookie.read(request)
                            .orElseThrow(() -> Refused.because("access.refused.session.over"));
                    SessionCookie.write(request, response, signIn.withCode(token, code, request.getRemoteAddr()));
                    return "/";
                },
                filled -> pages.show("access/code", filled));
    }

    @Door
    @PostMapping("/sign-out")
    ModelAndView signOut(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.sign.out",
                () -> {
                    SessionCookie.read(request).ifPresent(sessions::end);
                    audit.done(new Subject("account", viewer.account()), "access.sign.out");
                    SessionCookie.clear(request, response);
                    response.setHeader("Clear-Site-Data", "\"cache\"");
                    return "/sign-in";
                },
                filled -> page(filled));
    }

    private ModelAndView page(Filled form) {
        boolean signedIn = CurrentViewer.get().isPresent();
        var people = oneStep.stream().flatMap(each -> each.people().stream()).toList();
        return pages.show("access/sign_in", new SignInPage(form, people, signedIn));
    }
}
