package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import masar.access.internal.Invitations.Invitation;
import masar.directory.Directory;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
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
    private static final String CODE_APP = "/sign-in/code-app";

    private final Invitations invitations;
    private final Enrolment enrolment;
    private final NewPassword rules;
    private final Directory directory;
    private final Pages pages;
    private final DoubleClick doubleClick;
    private final ProviderOffers providers;

    InvitationPages(
            Invitations invitations,
            Enrolment enrolment,
            NewPassword rules,
            Directory directory,
            Pages pages,
            DoubleClick doubleClick,
            ProviderOffers providers) {
        this.invitations = invitations;
        this.enrolment = enrolment;
        this.rules = rules;
        this.directory = directory;
        this.pages = pages;
        this.doubleClick = doubleClick;
        this.providers = providers;
    }

    /** The page behind an invitation link. */
    public record InvitationPage(
            String token,
            boolean first,
            Filled form,
            List<Choice> organisations,
            @Nullable String provider) {}

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
        var chosen = new Chosen(name, signInName, organisation, password, again);
        Supplier<ModelAndView> act = () -> choose(token, chosen, request, response);
        return doubleClick.guard(Handover.with(token, password), CODE_APP, request, response, act);
    }

    /** What was typed on the page behind an invitation link. */
    private record Chosen(String name, String signInName, String organisation, String password, String again) {

        @Override
        public String toString() {
            return "Chosen[hidden]";
        }
    }

    private ModelAndView choose(String token, Chosen chosen, HttpServletRequest request, HttpServletResponse response) {
        var invitation = open(token);
        return pages.act(
                NOBODY,
                "access.choose.password",
                () -> {
                    problems(invitation, chosen).refuseIfAny();
                    String session = begin(invitation, token, chosen);
                    SessionCookie.write(request, response, session);
                    return CODE_APP;
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
        Supplier<ModelAndView> act = () -> pages.act(
                NOBODY,
                "access.enrol",
                () -> {
                    new Problems().required("code", code).refuseIfAny();
                    var complete = enrolment.enrol(session, secret, code);
                    SessionCookie.write(request, response, complete.token());
                    return "/";
                },
                filled -> codeAppPage(session, filled, secret));
        return doubleClick.guard(Handover.with(session), "/", request, response, act);
    }

    private static String session(HttpServletRequest request) {
        return SessionCookie.read(request).orElseThrow(Refused::notFound);
    }

    private Invitation open(String token) {
        return invitations.open(token).orElseThrow(() -> Refused.because("access.refused.link.used"));
    }

    private String begin(Invitation invitation, String token, Chosen chosen) {
        return invitation.account() == null
                ? enrolment.firstAdministrator(
                        token,
                        UUID.fromString(chosen.organisation()),
                        chosen.signInName(),
                        chosen.name(),
                        chosen.password())
                : enrolment.choosePassword(token, invitation.account(), chosen.password());
    }

    /** The first administrator must reach every organisation, so theirs is one that coordinates. */
    private List<Choice> organisations() {
        return directory.organisations().stream()
                .filter(each -> each.kind() == OrganisationKind.COORDINATING)
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private Problems problems(Invitation invitation, Chosen chosen) {
        var problems = rules.problems(chosen.password(), chosen.again(), List.of(chosen.name(), chosen.signInName()));
        if (invitation.account() == null) {
            problems.required("name", chosen.name())
                    .required("signInName", chosen.signInName())
                    .oneOf(
                            "organisation",
                            chosen.organisation(),
                            organisations().stream().map(Choice::value).toList());
        }
        return problems;
    }

    private ModelAndView page(String token, Invitation invitation, Filled form) {
        boolean first = invitation.account() == null;
        var provider = invitation.organisation() == null
                ? null
                : providers.linking(invitation.organisation(), token).orElse(null);
        return pages.show(
                "access/invitation",
                new InvitationPage(token, first, form, first ? organisations() : List.of(), provider));
    }

    private ModelAndView codeAppPage(String session, Filled form, String secret) {
        String address = enrolment.address(session, secret);
        return pages.show("access/code_app", new CodeAppPage(secret, address, form));
    }
}
