package masar.audit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import masar.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of an entry, which is hashed and which is also its line in an export (without the line's end): a JSON
 * object in UTF-8 with these fields in this order, no blanks, null where there is nothing, times in UTC with six digits of
 * a second, and in texts nothing escaped but quotation marks, backslashes and control characters:
 *
 * <pre>{"number":1,"at":"2026-11-22T08:00:00.000000Z","account":"…","organisation":"…","kind":"read","act":"…",
 * "subjectKind":"case","subject":"…","reason":null}</pre>
 */
public final class EntryLine {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EntryLine() {}

    public static byte[] of(AuditEntry entry) {
        var line = new StringBuilder(320);
        line.append("{\"number\":").append(entry.number());
        text(line, "at", MOMENT.format(entry.at()));
        text(line, "account", entry.account());
        text(line, "organisation", entry.organisation());
        text(line, "kind", entry.kind());
        text(line, "act", entry.act());
        text(line, "subjectKind", entry.subject().kind());
        text(line, "subject", entry.subject().id());
        text(line, "reason", entry.reason());
        return line.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static void text(StringBuilder line, String name, @Nullable UUID value) {
        text(line, name, value == null ? null : value.toString());
    }

    private static void text(StringBuilder line, String name, @Nullable String value) {
        line.append(",\"").append(name).append("\":");
        if (value == null) {
            line.append("null");
            return;
        }
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') {
                line.append('\\').append(letter);
            } else if (letter < ' ') {
                line.append("\\u%04x".formatted((int) letter));
            } else {
                line.append(letter);
            }
        }
        line.append('"');
    }
}
