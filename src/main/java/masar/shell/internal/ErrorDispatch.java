package masar.shell.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import masar.shell.Door;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the server sends a request that failed outside of the handlers: a refused form, a filter without a database. */
@Controller
class ErrorDispatch implements ErrorController {

    private final ErrorPages pages;

    ErrorDispatch(ErrorPages pages) {
        this.pages = pages;
    }

    @Door(open = true)
    @RequestMapping("/error")
    ModelAndView failed(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return pages.outside(
                status instanceof Integer code ? code : 404,
                failure instanceof Exception known ? known : null,
                request);
    }
}
