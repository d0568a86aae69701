package masar.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.FormToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Enters in the audit that somebody was refused a page: what does not exist and what is not theirs alike, so that neither
 * the answer nor its time tells which it was.
 */
@Component
public class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String REMEMBERED = "masar.refusal";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Audit audit;

    Refusals(Audit audit) {
        this.audit = audit;
    }

    private record Tried(Subject subject, String act) {}

    /** Notes what was tried, for the entry that the error page makes. */
    public static void remember(HttpServletRequest request, Subject subject, String act) {
        request.setAttribute(REMEMBERED, new Tried(subject, act));
    }

    /** A refusal without an entry is still a refusal: a database that is away does not open the page. */
    void enter(Refused refused, HttpServletRequest request) {
        var tried = request.getAttribute(REMEMBERED) instanceof Tried known
                ? known
                : new Tried(subject(request), "shell.open");
        FormToken.current().ifPresent(FormToken::letGo);
        try {
            audit.refused(tried.subject(), tried.act(), refused.key());
        } catch (DataAccessException | TransactionException away) {
            LOG.error("a refusal could not be entered: {}", away.getClass().getSimpleName());
        }
    }

    /** {@code /cases/ID/…} is about a case, {@code /referrals/ID} about a referral; other pages about who asked. */
    private static Subject subject(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/");
        var named = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.get("id")
                : null;
        if (named instanceof String text && parts.length > 2 && parts[1].matches("[a-z]{3,30}s")) {
            try {
                return new Subject(parts[1].substring(0, parts[1].length() - 1), UUID.fromString(text));
            } catch (IllegalArgumentException noId) {
                // told as a page without a subject
            }
        }
        return new Subject("account", CurrentViewer.get().map(Viewer::account).orElse(NOBODY));
    }
}
