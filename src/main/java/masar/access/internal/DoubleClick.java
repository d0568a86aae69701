package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import masar.shared.Refused;
import masar.shell.AlreadyDone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Posts that begin a session: the second click of two is given the cookie of the first. */
@Component
class DoubleClick {

    private final HandedOver handedOver;

    DoubleClick(HandedOver handedOver) {
        this.handedOver = handedOver;
    }

    /** Acts; or, when this very form was posted before, hands the session over and leads to the place. */
    ModelAndView guard(
            Handover handover,
            String place,
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (AlreadyDone twice) {
            SessionCookie.write(request, response, handedOver.session(handover).orElseThrow(() -> twice));
            return leadTo(twice.ledTo() == null ? place : twice.ledTo());
        } catch (Refused used) {
            if (!used.key().equals("access.refused.link.used")) {
                throw used;
            }
            SessionCookie.write(request, response, handedOver.session(handover).orElseThrow(() -> used));
            return leadTo(place);
        }
    }

    private static ModelAndView leadTo(String address) {
        var answer = new ModelAndView(new RedirectView(address, true, false, false));
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }
}
