package masar.shared;

/**
 * One text in the three languages of Masar. None may be blank: a text that exists in one language only is a
 * defect, and is refused when it is made.
 */
public record LocalizedText(String ar, String fr, String en) {

    public LocalizedText {
        requireText(ar, "ar");
        requireText(fr, "fr");
        requireText(en, "en");
    }

    /** The text in the reader's language. */
    public String in(Language language) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }

    /** A text that is the same in every language, such as a code or a name written in one script only. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text, text);
    }

    private static void requireText(String text, String language) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text missing in language " + language);
        }
    }
}
