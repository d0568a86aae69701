package masar.access.internal.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Where somebody sees, adds, names and removes their own passkeys. */
@Controller
@Door
public class PasskeyPages {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ANSWER = 20_000;

    private final PasskeyDesk desk;
    private final JsonMapper json;
    private final Pages pages;

    PasskeyPages(PasskeyDesk desk, JsonMapper json, Pages pages) {
        this.desk = desk;
        this.json = json;
        this.pages = pages;
    }

    /** One's own passkeys. */
    public record PasskeysPage(List<Passkey> passkeys, Filled form) {}

    /**
     * The form that adds one.
     *
     * @param options what the browser asks the device to make, as JSON
     */
    public record NewPasskeyPage(String options, Filled form) {}

    @GetMapping("/account/passkeys")
    ModelAndView list(Viewer viewer) {
        return list(viewer, Filled.empty());
    }

    @Door(fresh = true)
    @GetMapping("/account/passkeys/new")
    ModelAndView form(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return form(viewer, request, response, Filled.empty());
    }

    @Door(fresh = true)
    @PostMapping("/account/passkeys")
    ModelAndView add(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.passkey.add",
                () -> {
                    checkName(name).refuseIfAny();
                    new Problems()
                            .required("", answer)
                            .atMost("", answer, LONGEST_ANSWER)
                            .refuseIfAny();
                    desk.add(viewer, request, answer, name);
                    return "/account/passkeys?done=access.done.passkey.added";
                },
                filled -> form(viewer, request, response, filled));
    }

    @PostMapping("/account/passkeys/{id}/name")
    ModelAndView rename(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.passkey.rename",
                () -> {
                    checkName(name).refuseIfAny();
                    desk.rename(viewer, id, name);
                    return "/account/passkeys?done=access.done.passkey.named";
                },
                filled -> list(viewer, filled));
    }

    @Door(fresh = true)
    @PostMapping("/account/passkeys/{id}/removal")
    ModelAndView remove(Viewer viewer, @PathVariable UUID id) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.passkey.remove",
                () -> {
                    desk.remove(viewer, id);
                    return "/account/passkeys?done=access.done.passkey.removed";
                },
                filled -> list(viewer, filled));
    }

    private static Problems checkName(String name) {
        return new Problems().required("name", name).atMost("name", name, LONGEST_NAME);
    }

    private ModelAndView list(Viewer viewer, Filled form) {
        return pages.show("access/passkeys", new PasskeysPage(desk.own(viewer), form));
    }

    private ModelAndView form(Viewer viewer, HttpServletRequest request, HttpServletResponse response, Filled filled) {
        String options = json.writeValueAsString(desk.makingOf(viewer, request, response));
        return pages.show("access/new_passkey", new NewPasskeyPage(options, filled));
    }
}
