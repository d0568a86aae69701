package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import masar.shell.Door;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where somebody gives a second factor again, on the way to a page that needs a fresh one. */
@Controller
@Door
class ConfirmPages {

    private static final String HERE = "/confirm";

    private final StepUp stepUp;

    ConfirmPages(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @GetMapping(HERE)
    ModelAndView ask(HttpServletRequest request) {
        return stepUp.question(request, HERE, null);
    }

    @PostMapping(HERE)
    ModelAndView confirm(@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        var wrong = stepUp.answer(request);
        if (wrong != null) {
            var again = stepUp.question(request, HERE, wrong);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        var answer = new ModelAndView(new RedirectView(WayBack.safe(back), true, false, false));
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }
}
