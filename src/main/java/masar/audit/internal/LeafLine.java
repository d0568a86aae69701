package masar.audit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The line of a leaf, compared byte by byte with what it must say; a million times, so without making any object. */
final class LeafLine {

    static final byte[] LEAF = "{\"leaf\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTRY = ",\"entry\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HASH = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int CLOSING = 2;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] line;
    private final int end;
    private int at;

    private LeafLine(TrailLines lines) {
        line = lines.buffer();
        at = lines.from();
        end = at + lines.length();
    }

    static boolean says(TrailLines lines, long position, long number, byte[] leaf) {
        var read = new LeafLine(lines);
        return read.word(LEAF)
                && read.number() == position
                && read.word(ENTRY)
                && read.number() == number
                && read.word(HASH)
                && read.hash(leaf);
    }

    private boolean word(byte[] word) {
        boolean same = at + word.length <= end && Arrays.equals(line, at, at + word.length, word, 0, word.length);
        at += word.length;
        return same;
    }

    private long number() {
        long number = 0;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + line[at++] - '0';
        }
        return number;
    }

    private boolean hash(byte[] leaf) {
        if (end - at != 2 * Sha256.LENGTH + CLOSING) {
            return false;
        }
        for (byte each : leaf) {
            if (line[at] != DIGITS[each >> 4 & 15] || line[at + 1] != DIGITS[each & 15]) {
                return false;
            }
            at += 2;
        }
        return true;
    }
}
