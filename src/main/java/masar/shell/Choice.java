package masar.shell;

import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One option of a question on a page.
 *
 * @param key message key of the words, or null when the text itself is given
 */
public record Choice(
        String value,
        @Nullable String key,
        @Nullable LocalizedText text,
        @Nullable LocalizedText hint) {

    /** An option whose words are in a bundle. */
    public static Choice said(String value, String key) {
        return new Choice(value, key, null, null);
    }

    /** An option whose words come from the country pack. */
    public static Choice of(String value, LocalizedText text) {
        return new Choice(value, null, text, null);
    }

    /** An option with a line of explanation. */
    public static Choice of(String value, LocalizedText text, LocalizedText hint) {
        return new Choice(value, null, text, hint);
    }

    public String words(Frame frame) {
        if (text != null) {
            return frame.text(text);
        }
        return key == null ? value : frame.text(key);
    }

    public @Nullable String hint(Frame frame) {
        return hint == null ? null : frame.text(hint);
    }
}
