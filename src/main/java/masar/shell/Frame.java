package masar.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import masar.shared.Language;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What every page is drawn in: the reader's language and the words in it, the menu, who is signed in, and the tokens a
 * form needs. A template draws from a frame and one page record, nothing else.
 *
 * @param path address of the page, so that the language switch keeps the place
 * @param reader the signed-in person, null on the sign-in pages
 * @param csrf token against posts from foreign pages
 * @param done message key of what has just been done, or null
 * @param partial true when htmx asked for the fragment only
 */
public record Frame(
        Language language,
        Texts texts,
        Moments moments,
        String path,
        @Nullable Reader reader,
        List<MenuEntry> menu,
        List<String> banners,
        String csrf,
        @Nullable String done,
        String assets,
        boolean partial) {

    /** The words of a key; arguments that are texts themselves are said in the reader's language. */
    public String text(String key, Object... arguments) {
        Object[] said = arguments.clone();
        for (int at = 0; at < said.length; at++) {
            if (said[at] instanceof LocalizedText text) {
                said[at] = text.in(language);
            }
        }
        return texts.say(language, key, said);
    }

    public String text(LocalizedText text) {
        return text.in(language);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : moments.date(language, date);
    }

    /** Date and time of day, in the country's zone. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : moments.moment(language, instant);
    }

    /** "2 days left", "3 hours late". */
    public String distance(Instant due) {
        return moments.distance(language, texts, due);
    }

    public boolean isLate(@Nullable Instant due) {
        return due != null && moments.isPast(due);
    }

    /** A fresh token: the form that carries it can be posted once. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public boolean isCurrent(MenuEntry entry) {
        return entry.path().equals("/") ? path.equals("/") : path.startsWith(entry.path());
    }

    /** Address of a browser library, style or font; changes with the build, so it may be kept for ever. */
    public String asset(String name) {
        return "/assets/" + name + "?v=" + assets;
    }
}
