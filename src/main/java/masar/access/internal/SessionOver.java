package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import masar.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What a stranger, or somebody whose session ended, meets at a closed page: the sign-in, which leads back. Whoever posted
 * a form with an ended session is given everything typed back, in a form to send again after signing in.
 */
@Component
public class SessionOver implements AuthenticationEntryPoint {

    private final Pages pages;

    SessionOver(Pages pages) {
        this.pages = pages;
    }

    /** What was posted too late. */
    public record LatePage(String action, List<StepUp.Kept> kept) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean posted = request.getMethod().equals("POST");
        if (posted && SessionCookie.read(request).isPresent() && isWorthKeeping(request)) {
            giveBack(request, response);
            return;
        }
        if (!posted) {
            WayBack.keep(request, response);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", "/sign-in");
    }

    private static boolean isWorthKeeping(HttpServletRequest request) {
        return StepUp.kept(request).stream().anyMatch(field -> !field.value().isBlank());
    }

    private void giveBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = pages.show(
                "access/session_over", new LatePage(WayBack.safe(request.getRequestURI()), StepUp.kept(request)));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        try {
            java.util.Objects.requireNonNull(page.getView()).render(page.getModel(), request, response);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
