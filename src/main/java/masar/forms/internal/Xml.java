package masar.forms.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML element by element. Carriage returns and tabs survive; characters XML cannot hold are refused. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Opens an element; attributes as name, value, name, value. Those with an empty value are left out. */
    Xml open(String name, String... attributes) {
        endTag();
        out.append('<').append(name);
        open.push(name);
        inTag = true;
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                attribute(attributes[i], attributes[i + 1]);
            }
        }
        return this;
    }

    /** Adds an attribute to the element just opened, even an empty one. */
    Xml attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    Xml text(String text) {
        if (!text.isEmpty()) {
            endTag();
            escape(text, false);
        }
        return this;
    }

    Xml close() {
        String name = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) {
        return open(name, attributes).close();
    }

    /** An element with text only. */
    Xml leaf(String name, String text) {
        return open(name).text(text).close();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Whether XML 1.0 can hold the text: no control characters, no half of a surrogate pair. */
    static boolean canHold(String text) {
        return text.codePoints().allMatch(Xml::isAllowed);
    }

    private static boolean isAllowed(int c) {
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return blank || (c >= 0x20 && !surrogate && c != 0xFFFE && c != 0xFFFF);
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        if (!canHold(text)) {
            throw new IllegalArgumentException("a character that XML cannot hold");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> out.append(c);
            }
        }
    }
}
