package masar.documents.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A posted form of which only the words before the file were read; looks like a form that never had a file. */
class PostedWords extends HttpServletRequestWrapper {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?", Pattern.CASE_INSENSITIVE);

    /** A field without a file name, as browsers write it; at most 20,000 characters. */
    private static final Pattern FIELD = Pattern.compile(
            "^\r\nContent-Disposition: form-data; name=\"([A-Za-z_]{1,40})\"\r\n\r\n(.{0,20000})\r\n$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, String[]> words;

    PostedWords(HttpServletRequest request, byte[] head, String boundary) {
        super(request);
        this.words = words(new String(head, StandardCharsets.ISO_8859_1), boundary);
    }

    static Optional<String> boundary(@Nullable String contentType) {
        var found = BOUNDARY.matcher(contentType == null ? "" : contentType);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Map<String, String[]> words(String head, String boundary) {
        var words = new LinkedHashMap<String, String[]>();
        String[] parts = head.split(Pattern.quote("--" + boundary), -1);
        for (int i = 1; i < parts.length - 1; i++) {
            var field = FIELD.matcher(parts[i]);
            if (field.matches()) {
                String value = new String(field.group(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                words.putIfAbsent(field.group(1), new String[] {value});
            }
        }
        return words;
    }

    @Override
    public @Nullable String getContentType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = words.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(words);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(words.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return words.get(name);
    }
}
