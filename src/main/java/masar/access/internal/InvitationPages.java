package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.Invitations.Invitation;
import masar.directory.Directory;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Choice;
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

/** Where an invited person chooses a password and adds the code app; the first administrator also says who they are. */
@Controller
public class InvitationPages {

    private static final Subject NOBODY = new Subject("account", new UUID(0, 0));

    private final Invitations invitations;
    private final Enrolment enrolment;
    private final Directory directory;
    private final Pages pages;

    InvitationPages(Invitations invitations, Enrolment enrolment, Directory directory, Pages pages) {
        this.invitations = invitations;
        this.enrolment = enrolment;
        this.directory = directory;
        this.pages = pages;
    }

    /** The page behind an invitation link. */
    public record InvitationPage(String token, boolean first, Filled form, java.util.List<Choice> organisations) {}

    /** The page that adds the code app. */
    public record CodeAppPage(String secret, String address, Filled form) {}

    @Door(open = true)
    @GetMapping("/invitation/{token}")
    ModelAndView page(@PathVariable String token) {
        return page(token, open(token), Filled.empty());
    }

    @Door(open = true)
    @PostMapping("/invitation/{token}")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invitation = open(token);
        return pages.act(
                NOBODY,
                "access.choose.password",
                () -> {
                    var problems = passwordProblems(password, again);
                    if (invitation.account() == null) {
                        problems.required("name", name)
                                .required("signInName", signInName)
                                .oneOf("organisation", organisation, organisationIds());
                    }
                    problems.refuseIfAny();
                    String session = invitation.account() == null
                            ? enrolment.firstAdministrator(
                                    token, UUID.fromString(organisation), signInName, name, password)
                            : enrolment.choosePassword(token, invitation.account(), password);
                    SessionCookie.write(request, response, session);
                    return "/sign-in/code-app";
                },
                filled -> page(token, invitation, filled));
    }

    @Door(open = true)
    @GetMapping("/sign-in/code-app")
    ModelAndView codeApp(HttpServletRequest request) {
        return codeAppPage(session(request), Filled.empty(), enrolment.newSecret());
    }

    @Door(open = true)
    @PostMapping("/sign-in/code-app")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        String session = session(request);
        return pages.act(
                NOBODY,
                "access.enrol",
                () -> {
                    new Problems().required("code", code).refuseIfAny();
                    SessionCookie.write(request, response, enrolment.enrol(session, secret, code));
                    return "/";
                },
                filled -> codeAppPage(session, filled, secret));
    }

    private static String session(HttpServletRequest request) {
        return SessionCookie.read(request).orElseThrow(Refused::notFound);
    }

    private Invitation open(String token) {
        return invitations.open(token).orElseThrow(() -> Refused.because("access.refused.link.used"));
    }

    private Set<String> organisationIds() {
        return directory.organisations().stream()
                .map(each -> each.id().toString())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Problems passwordProblems(String password, String again) {
        var problems = new Problems().required("password", password).atMost("password", password, Passwords.LONGEST);
        if (password.length() < Passwords.SHORTEST) {
            problems.add("password", "access.problem.password.short", Passwords.SHORTEST);
        }
        if (!password.equals(again)) {
            problems.add("again", "access.problem.password.differs");
        }
        return problems;
    }

    private ModelAndView page(String token, Invitation invitation, Filled form) {
        var organisations = directory.organisations().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
        return pages.show(
                "access/invitation", new InvitationPage(token, invitation.account() == null, form, organisations));
    }

    private ModelAndView codeAppPage(String session, Filled form, String secret) {
        String address = enrolment.address(session, secret);
        return pages.show("access/code_app", new CodeAppPage(secret, address, form));
    }
}
