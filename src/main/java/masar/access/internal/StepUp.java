package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks for a second factor again before an act that needs a fresh one. A page is led to {@code /confirm} and back; a
 * posted act is answered with the same question, which carries everything posted, and acts once the factor is given.
 */
@Component
public class StepUp {

    static final String CODE = "_confirm_code";
    static final String PASSKEY = "_confirm_passkey";

    private final Sessions sessions;
    private final CodeProof codes;
    private final PasskeyProof passkeys;
    private final Attempts attempts;
    private final Audit audit;
    private final Pages pages;
    private final SignInPages.Offers offers;
    private final Freshness freshness;

    StepUp(
            Sessions sessions,
            CodeProof codes,
            PasskeyProof passkeys,
            Attempts attempts,
            Audit audit,
            Pages pages,
            SignInPages.Offers offers,
            Freshness freshness) {
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.audit = audit;
        this.pages = pages;
        this.offers = offers;
        this.freshness = freshness;
    }

    /** For how long a second factor counts as fresh. */
    @Component
    static class Freshness {

        private final Duration lasts;
        private final InstantSource clock;

        Freshness(@Value("${masar.session.fresh:PT10M}") Duration lasts, InstantSource clock) {
            this.lasts = lasts;
            this.clock = clock;
        }

        boolean covers(Sessions.Session session) {
            return session.confirmedAt().plus(lasts).isAfter(clock.instant());
        }
    }

    /** One field of a posted form, kept while the factor is asked for. */
    public record Kept(String name, String value) {}

    /**
     * The question.
     *
     * @param action where the answer is posted: the act itself, or {@code /confirm}
     * @param problem message key of what is wrong with the answer, or null
     */
    public record ConfirmPage(
            String action,
            List<Kept> kept,
            boolean byCode,
            boolean byPasskey,
            String inventedCode,
            @Nullable String problem,
            List<Object> arguments) {}

    /** True when the act may go on; otherwise the answer has been written. */
    boolean mayGoOn(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var session = session(request);
        if (freshness.covers(session)) {
            return true;
        }
        if (!request.getMethod().equals("POST")) {
            leadToQuestion(request, response);
            return false;
        }
        Refused wrong = null;
        if (isAnswered(request)) {
            wrong = answer(request);
            if (wrong == null) {
                return true;
            }
        }
        var page = question(request, request.getRequestURI(), wrong);
        var view = java.util.Objects.requireNonNull(page.getView());
        response.setStatus(422);
        view.render(page.getModel(), request, response);
        return false;
    }

    static boolean isAnswered(HttpServletRequest request) {
        return request.getParameter(CODE) != null || request.getParameter(PASSKEY) != null;
    }

    /** Takes the factor posted in this request; null when it is right, else why not. */
    @Nullable
    Refused answer(HttpServletRequest request) {
        var session = session(request);
        var account = session.account();
        var subject = new Subject("account", account.id);
        try {
            attempts.begin("confirm " + account.id, request.getRemoteAddr());
            Refused.unless(fits(request, account), "access.refused.confirm");
        } catch (Refused refused) {
            audit.refused(subject, "access.confirm", refused.key());
            return refused;
        }
        attempts.succeeded("confirm " + account.id, request.getRemoteAddr());
        sessions.confirm(session.id());
        audit.done(subject, "access.confirm");
        return null;
    }

    private boolean fits(HttpServletRequest request, Account account) {
        String passkey = request.getParameter(PASSKEY);
        if (passkey != null && !passkey.isBlank()) {
            return passkeys.accountOf(request, passkey)
                    .filter(account.id::equals)
                    .isPresent();
        }
        String code = request.getParameter(CODE);
        return code != null && codes.useCode(account.id, code);
    }

    /** The question, with everything posted so far in hidden fields. */
    ModelAndView question(HttpServletRequest request, String action, @Nullable Refused wrong) {
        var account = session(request).account();
        return pages.show(
                "access/confirm",
                new ConfirmPage(
                        action,
                        kept(request),
                        account.totpSecret != null,
                        passkeys.has(account.id),
                        offers.inventedCode(),
                        wrong == null ? null : wrong.key(),
                        wrong == null ? List.of() : wrong.arguments()));
    }

    static List<Kept> kept(HttpServletRequest request) {
        var kept = new ArrayList<Kept>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!field.getKey().startsWith("_") && !field.getKey().contains("password")) {
                for (String value : field.getValue()) {
                    kept.add(new Kept(field.getKey(), value));
                }
            }
        }
        return kept;
    }

    private static void leadToQuestion(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        String back = URLEncoder.encode(WayBack.pathOf(request), StandardCharsets.UTF_8);
        response.setHeader("Location", "/confirm?back=" + back);
    }

    private static Sessions.Session session(HttpServletRequest request) {
        if (request.getAttribute(Sessions.ATTRIBUTE) instanceof Sessions.Session session) {
            return session;
        }
        throw Refused.notFound();
    }
}
