package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, in two steps, and out. */
@Controller
public class SignInPages {

    private static final Subject NOBODY = new Subject("account", new UUID(0, 0));
    private static final int LONGEST_NAME = 120;

    private final SignIn signIn;
    private final Sessions sessions;
    private final WayBack wayBack;
    private final DoubleClick doubleClick;
    private final Pages pages;
    private final Audit audit;
    private final Offers offers;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            WayBack wayBack,
            DoubleClick doubleClick,
            Pages pages,
            Audit audit,
            Offers offers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.wayBack = wayBack;
        this.doubleClick = doubleClick;
        this.pages = pages;
        this.audit = audit;
        this.offers = offers;
    }

    /** Other ways to sign in, beside password and code. */
    @Component
    record Offers(List<OneStepSignIn> oneStep, ProviderOffers providers) {

        List<OneStepPerson> people() {
            return oneStep.stream().flatMap(each -> each.people().stream()).toList();
        }

        /** What an invented person's code app shows; empty outside of the demonstration. */
        String inventedCode() {
            return oneStep.stream().map(OneStepSignIn::codeShown).findFirst().orElse("");
        }
    }

    /** The page that asks for the code. */
    public record CodePage(Filled form, String inventedCode) {}

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
        var handover = Handover.with(name, password);
        Supplier<ModelAndView> act = () -> pages.act(
                NOBODY,
                "access.sign.in",
                () -> {
                    new Problems()
                            .required("name", name)
                            .atMost("name", name, LONGEST_NAME)
                            .required("password", password)
                            .atMost("password", password, Passwords.LONGEST)
                            .refuseIfAny();
                    String token = signIn.withPassword(name, password, request.getRemoteAddr(), handover);
                    SessionCookie.write(request, response, token);
                    return "/sign-in/code";
                },
                filled -> page(filled));
        return doubleClick.guard(handover, "/sign-in/code", request, response, act);
    }

    @Door(open = true)
    @GetMapping("/sign-in/code")
    ModelAndView codePage() {
        return codePage(Filled.empty());
    }

    @Door(open = true)
    @PostMapping("/sign-in/code")
    ModelAndView withCode(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var half = SessionCookie.read(request);
        var handover = Handover.with(half.orElse(""), code);
        Supplier<ModelAndView> act = () -> pages.act(
                NOBODY,
                "access.sign.in",
                () -> {
                    new Problems()
                            .required("code", code)
                            .atMost("code", code, 40)
                            .refuseIfAny();
                    String token = half.orElseThrow(() -> Refused.because("access.refused.session.over"));
                    var complete = signIn.withCode(token, code, request.getRemoteAddr(), handover);
                    SessionCookie.write(request, response, complete.token());
                    return wayBack.take(request, response, complete.account());
                },
                this::codePage);
        return doubleClick.guard(handover, "/", request, response, act);
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

    /** The sign-in page again, with what is wrong. */
    public ModelAndView again(Filled form) {
        return page(form);
    }

    private ModelAndView page(Filled form) {
        return pages.show(
                "access/sign_in",
                new SignInPage(form, offers.people(), offers.providers().offers()));
    }

    private ModelAndView codePage(Filled form) {
        return pages.show("access/code", new CodePage(form, offers.inventedCode()));
    }
}
