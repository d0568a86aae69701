package masar.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import masar.directory.Directory;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import masar.shell.FormToken;
import masar.shell.Reader;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/** The one place where a request gets its viewer and a posted form its token. */
class ViewerFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final AccountDesk accounts;
    private final Directory directory;
    private final TransactionTemplate transaction;

    ViewerFilter(Sessions sessions, AccountDesk accounts, Directory directory, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.directory = directory;
        this.transaction = transaction;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    private record Known(Viewer viewer, Reader reader, Sessions.Session session) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = SessionCookie.read(request).flatMap(this::known);
        if (known.isEmpty()) {
            withFormToken(request, response, chain);
            return;
        }
        var viewer = known.get().viewer();
        request.setAttribute(Reader.ATTRIBUTE, known.get().reader());
        request.setAttribute(Sessions.ATTRIBUTE, known.get().session());
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(viewer, null, AuthorityUtils.NO_AUTHORITIES);
        SecurityContextHolder.getContext().setAuthentication(authentication);
        carry(() -> CurrentViewer.run(viewer, uncheck(() -> withFormToken(request, response, chain))));
    }

    private Optional<Known> known(String token) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> sessions.find(token)
                .filter(Sessions.Session::isComplete)
                .map(session -> {
                    var account = session.account();
                    var organisation =
                            directory.organisation(account.organisation).orElseThrow();
                    return new Known(
                            accounts.viewerOf(account),
                            new Reader(account.id, account.name, organisation.name()),
                            session);
                })));
    }

    private static void withFormToken(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        var token = token(request.getParameter("_once"));
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        carry(() -> FormToken.with(token.get(), uncheck(() -> chain.doFilter(request, response))));
    }

    private static Optional<UUID> token(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private interface Step {
        void go() throws ServletException, IOException;
    }

    private static final class Carried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Carried(Exception origin) {
            super(origin);
        }
    }

    private static Runnable uncheck(Step step) {
        return () -> {
            try {
                step.go();
            } catch (ServletException | IOException failure) {
                throw new Carried(failure);
            }
        };
    }

    private static void carry(Runnable work) throws ServletException, IOException {
        try {
            work.run();
        } catch (Carried carried) {
            if (carried.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw (ServletException) java.util.Objects.requireNonNull(carried.getCause());
        }
    }
}
