package masar.shell.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shell.Banner;
import masar.shell.Frame;
import masar.shell.MenuEntry;
import masar.shell.Moments;
import masar.shell.Reader;
import masar.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Makes the frame of a request and draws templates into it. */
@Component
public class Frames {

    /** Cookie that keeps the language of the pages; holds nothing else. */
    static final String LANGUAGE = "masar_language";

    private final Texts texts;
    private final Moments moments;
    private final List<MenuEntry> menu;
    private final List<Banner> banners;
    private final AssetVersion assets;
    private final TemplateEngine templates;

    Frames(Texts texts, Moments moments, List<MenuEntry> menu, List<Banner> banners, AssetVersion assets) {
        this.texts = texts;
        this.moments = moments;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.banners = banners;
        this.assets = assets;
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "pages");
    }

    /** A view that draws this template. */
    public View view(String template, Object page) {
        return (model, request, response) -> {
            var output = new Utf8ByteOutput();
            var frame = frame(request);
            templates.render(template + ".jte", Map.of("frame", frame, "page", page), output);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Language", frame.language().code());
            response.setHeader("Vary", "HX-Request, Cookie");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }

    private Frame frame(HttpServletRequest request) {
        var viewer = CurrentViewer.get();
        var shown = viewer.map(who ->
                        menu.stream().filter(entry -> entry.shownTo().test(who)).toList())
                .orElse(List.of());
        return new Frame(
                language(request),
                texts,
                moments,
                request.getRequestURI(),
                (Reader) request.getAttribute(Reader.ATTRIBUTE),
                shown,
                banners.stream().map(Banner::key).flatMap(Optional::stream).toList(),
                csrf(request),
                done(request),
                assets.value(),
                "true".equals(request.getHeader("HX-Request")));
    }

    static Language language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            var chosen = Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(LANGUAGE))
                    .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return Language.AR;
    }

    private @Nullable String done(HttpServletRequest request) {
        String key = request.getParameter("done");
        return key != null && key.contains(".done.") && texts.knows(key) ? key : null;
    }

    private static String csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }
}
