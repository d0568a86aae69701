package masar.documents.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything that reads a posted file into memory. Files are posted to one address only, with their length
 * said beforehand, a few at a time; of one that is too large the words beside it are read and the rest is thrown away,
 * so that the form comes back with what was typed.
 */
@Component
@Order(-200)
class UploadGate extends OncePerRequestFilter {

    /** Message key of why the file was not read; an attribute of the request. */
    static final String WHY_NOT = "masar.documents.why-not";

    private static final Pattern ADDRESS = Pattern.compile("/cases/[0-9a-fA-F-]{36}/documents");
    private static final int AT_A_TIME = 8;
    private static final int SECONDS = 10;

    /** Words of a form stand before its file; this much is read of them. */
    private static final int WORDS = 65_536;

    /** What is read and thrown away at most, so that a browser that is still sending sees the answer. */
    private static final long THROWN_AWAY = 100_000_000L;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.strip().toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (!request.getMethod().equals("POST")
                || !ADDRESS.matcher(request.getRequestURI()).matches()) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (length < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > THROWN_AWAY) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length > Limits.FORM) {
            withoutFile(request, response, chain, "documents.refused.too.large");
        } else {
            inTurn(request, response, chain);
        }
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isMyTurn()) {
            withoutFile(request, response, chain, "documents.refused.busy");
            return;
        }
        try {
            if (isReadable(request)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } finally {
            places.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return places.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads the whole form now: what cannot be read is refused here and nowhere deeper. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameter("_once");
            return !request.getParts().isEmpty();
        } catch (IOException | ServletException | IllegalStateException wrong) {
            return false;
        }
    }

    private static void withoutFile(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String why)
            throws ServletException, IOException {
        Optional<String> boundary = PostedWords.boundary(request.getContentType());
        InputStream body = request.getInputStream();
        byte[] head = body.readNBytes(WORDS);
        body.transferTo(OutputStream.nullOutputStream());
        if (boundary.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        request.setAttribute(WHY_NOT, why);
        chain.doFilter(new PostedWords(request, head, boundary.get()), response);
    }
}
