package masar.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shell.internal.Frames;
import masar.shell.internal.PostedForms;
import masar.shell.internal.Refusals;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Draws pages and carries out posted acts; the one place where a refusal becomes words beside the field. */
@Component
public class Pages {

    private final Frames frames;
    private final Audit audit;
    private final PostedForms posted;

    Pages(Frames frames, Audit audit, PostedForms posted) {
        this.frames = frames;
        this.audit = audit;
        this.posted = posted;
    }

    /** Draws the template ({@code referral/referral}) from one page record. */
    public ModelAndView show(String template, Object page) {
        return new ModelAndView(frames.view(template, page));
    }

    /**
     * Carries out a posted act. The act returns the address to go to; when it is refused, {@code again} draws the form
     * again with what was typed, and the refusal is audited.
     */
    public ModelAndView act(Subject subject, String what, Supplier<String> act, Function<Filled, ModelAndView> again) {
        try {
            return redirect(act.get());
        } catch (Problems.Invalid invalid) {
            letFormGo();
            return again(again, invalid.problems());
        } catch (Refused refused) {
            if (refused.isNotFound()) {
                Refusals.remember(request(), subject, what);
                throw refused;
            }
            letFormGo();
            audit.refused(subject, what, refused.key());
            var problems =
                    new Problems().add("", refused.key(), refused.arguments().toArray());
            return again(again, problems);
        } catch (OptimisticLockingFailureException meanwhile) {
            letFormGo();
            return again(again, new Problems().add("", Problems.OVERTAKEN));
        }
    }

    private static ModelAndView again(Function<Filled, ModelAndView> again, Problems problems) {
        var page = again.apply(new Filled(typed(), problems));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private void letFormGo() {
        FormToken.current().ifPresent(form -> {
            boolean maybeKept = form.isWritten();
            form.letGo();
            if (maybeKept) {
                posted.free(form.value());
            }
        });
    }

    private static ModelAndView redirect(String address) {
        View view = new RedirectView(address, true, false, false);
        var answer = new ModelAndView(view);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }

    private static Map<String, List<String>> typed() {
        var values = new LinkedHashMap<String, List<String>>();
        request().getParameterMap().forEach((name, value) -> values.put(name, Arrays.asList(value)));
        return values;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
