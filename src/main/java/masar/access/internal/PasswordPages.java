package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own password: the old one and the new one twice. */
@Controller
public class PasswordPages {

    private final PasswordChange change;
    private final NewPassword rules;
    private final Accounts accounts;
    private final Pages pages;

    PasswordPages(PasswordChange change, NewPassword rules, Accounts accounts, Pages pages) {
        this.change = change;
        this.rules = rules;
        this.accounts = accounts;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param any false for somebody who signs in through their organisation
     */
    public record PasswordPage(boolean any, Filled form) {}

    @Door(fresh = true)
    @GetMapping("/account/password")
    ModelAndView page(Viewer viewer) {
        return page(viewer, Filled.empty());
    }

    @Door(fresh = true)
    @PostMapping("/account/password")
    ModelAndView change(
            Viewer viewer,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.password.change",
                () -> {
                    var colleague = accounts.colleague(viewer.account()).orElseThrow(Refused::notFound);
                    rules.problems(password, again, List.of(colleague.name()))
                            .required("current", current)
                            .refuseIfAny();
                    change.change(viewer, current, password, here(request), request.getRemoteAddr());
                    return "/account?done=access.done.password";
                },
                filled -> page(viewer, filled));
    }

    /** The session that this request belongs to. */
    static UUID here(HttpServletRequest request) {
        return request.getAttribute(Sessions.ATTRIBUTE) instanceof Sessions.Session session
                ? session.id()
                : new UUID(0, 0);
    }

    private ModelAndView page(Viewer viewer, Filled form) {
        return pages.show("access/own_password", new PasswordPage(change.hasPassword(viewer), form));
    }
}
