package masar.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import masar.shared.Refused;
import masar.shell.AlreadyDone;
import masar.shell.ErrorPage;
import masar.shell.FormToken;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Turns what went wrong into a page in the reader's language; an unexpected error shows a number, never its text. */
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;
    private final PostedForms posted;
    private final Refusals refusals;

    ErrorPages(Frames frames, PostedForms posted, Refusals refusals) {
        this.frames = frames;
        this.posted = posted;
        this.refusals = refusals;
    }

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        refusals.enter(refused, request);
        if (refused.isNotFound()) {
            return page(HttpStatus.NOT_FOUND, "shell.error.not.found", "");
        }
        return page(HttpStatus.CONFLICT, "shell.error.refused.title", refused.key(), refused.arguments(), "");
    }

    @ExceptionHandler(Problems.Invalid.class)
    ModelAndView invalid(Problems.Invalid invalid) {
        return page(HttpStatus.BAD_REQUEST, "shell.error.bad.request", "");
    }

    @ExceptionHandler(AlreadyDone.class)
    ModelAndView alreadyDone(AlreadyDone already) {
        String place = already.ledTo() != null
                ? already.ledTo()
                : FormToken.current()
                        .flatMap(form -> posted.ledTo(form.value()))
                        .orElse(null);
        if (place != null) {
            var answer = new ModelAndView(new RedirectView(place, true, false, false));
            answer.setStatus(HttpStatus.SEE_OTHER);
            return answer;
        }
        return page(HttpStatus.CONFLICT, "shell.error.already.done", "");
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ModelAndView databaseAway(Exception away) {
        LOG.error("the database does not answer: {}", away.getClass().getSimpleName());
        return page(HttpStatus.SERVICE_UNAVAILABLE, "shell.error.database.away", "");
    }

    /** What the firewall of Spring Security lets nobody read: names of fields with control characters, and the like. */
    @ExceptionHandler(RequestRejectedException.class)
    ModelAndView rejected(RequestRejectedException rejected) {
        return page(HttpStatus.BAD_REQUEST, "shell.error.bad.request", "");
    }

    @ExceptionHandler({TypeMismatchException.class})
    ModelAndView badAddress(Exception bad) {
        return page(HttpStatus.NOT_FOUND, "shell.error.not.found", "");
    }

    @ExceptionHandler(Exception.class)
    ModelAndView unexpected(Exception failure, HttpServletRequest request) {
        if (isDatabaseAway(failure)) {
            return databaseAway(failure);
        }
        if (failure instanceof RequestRejectedException rejected) {
            return rejected(rejected);
        }
        if (failure instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED
                    ? page(HttpStatus.NOT_FOUND, "shell.error.not.found", "")
                    : page(status, "shell.error.bad.request", "");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("unexpected error {} at {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "shell.error.unexpected", reference);
    }

    /** The page for what went wrong before or after the handlers: in a filter, or in the server itself. */
    ModelAndView outside(int code, @Nullable Exception failure, HttpServletRequest request) {
        if (failure != null) {
            return unexpected(failure, request);
        }
        var status = HttpStatus.resolve(code);
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return page(status, "shell.error.too.large", "");
        }
        return status == null || status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED
                ? page(HttpStatus.NOT_FOUND, "shell.error.not.found", "")
                : page(status, "shell.error.bad.request", "");
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state =
                    cause instanceof SQLException refused && refused.getSQLState() != null ? refused.getSQLState() : "";
            if (cause instanceof CannotCreateTransactionException
                    || state.startsWith("08")
                    || state.startsWith("57P")) {
                return true;
            }
        }
        return false;
    }

    private ModelAndView page(HttpStatus status, String key, String reference) {
        return page(status, key + ".title", key + ".words", List.of(), reference);
    }

    private ModelAndView page(HttpStatus status, String title, String words, List<Object> arguments, String reference) {
        var answer = new ModelAndView(
                frames.view("shell/error", new ErrorPage(status.value(), title, words, arguments, reference)));
        answer.setStatus(status);
        return answer;
    }
}
