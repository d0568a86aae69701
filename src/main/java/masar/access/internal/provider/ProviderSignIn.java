package masar.access.internal.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import masar.access.internal.FullSignIn;
import masar.access.internal.Linking;
import masar.access.internal.Means;
import masar.access.internal.SessionCookie;
import masar.access.internal.Sessions;
import masar.access.internal.SignInPages;
import masar.access.internal.Tokens;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in at an organisation's own provider. Plain links, because a posted form may lead to this site only. Nobody gets
 * an account this way: it must exist, and an invitation must have linked it.
 */
@Controller
@Door(open = true)
class ProviderSignIn {

    private static final Subject NOBODY = new Subject("account", new UUID(0, 0));

    private final ProviderDesk desk;
    private final ProviderLinks links;
    private final Dialogue dialogue;
    private final Linking linking;
    private final Sessions sessions;
    private final FullSignIn fullSignIn;
    private final SignInPages signInPages;
    private final Pages pages;

    ProviderSignIn(
            ProviderDesk desk,
            ProviderLinks links,
            Dialogue dialogue,
            Linking linking,
            Sessions sessions,
            FullSignIn fullSignIn,
            SignInPages signInPages,
            Pages pages) {
        this.desk = desk;
        this.links = links;
        this.dialogue = dialogue;
        this.linking = linking;
        this.sessions = sessions;
        this.fullSignIn = fullSignIn;
        this.signInPages = signInPages;
        this.pages = pages;
    }

    @GetMapping("/sign-in/provider/{id}")
    ModelAndView setOut(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        var provider = desk.open(id);
        return act(() -> dialogue.setOut(provider, null, request, response));
    }

    @GetMapping("/sign-in/provider/{id}/link/{token}")
    ModelAndView setOutToLink(
            @PathVariable UUID id,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = desk.open(id);
        return act(() -> {
            linking.refuseUnlessOpen(token, provider.organisation);
            return dialogue.setOut(provider, Tokens.hash(token), request, response);
        });
    }

    @GetMapping("/sign-in/provider/{id}/back")
    ModelAndView back(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = desk.open(id);
        return act(() -> {
            Refused.unless(!state.isEmpty() && !code.isEmpty(), "access.refused.proof");
            var arrival = dialogue.hear(provider, new Dialogue.Returned(state, code, iss), request);
            return arrival.invitation() == null
                    ? signIn(provider, arrival, request, response)
                    : link(provider, arrival, arrival.invitation(), request, response);
        });
    }

    private String signIn(
            IdentityProvider provider,
            Dialogue.Arrival arrival,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = arrival.person();
        return fullSignIn.of(
                () -> links.account(provider, person.subject())
                        .orElseThrow(() -> Refused.because("access.refused.proof")),
                person.strong() ? Means.PROVIDER_STRONG : Means.PROVIDER,
                request,
                response);
    }

    private String link(
            IdentityProvider provider,
            Dialogue.Arrival arrival,
            byte[] invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = arrival.person();
        UUID account = linking.link(
                invitation,
                provider.organisation,
                person.strong(),
                id -> links.write(id, provider.id, person.subject()));
        if (person.strong()) {
            return fullSignIn.of(() -> account, Means.PROVIDER_STRONG, request, response);
        }
        SessionCookie.write(request, response, sessions.begin(account, Means.PROVIDER));
        return "/sign-in/code-app";
    }

    private ModelAndView act(Supplier<String> act) {
        return pages.act(NOBODY, "access.sign.in", act, signInPages::again);
    }
}
