package masar.documents.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import masar.shared.Refused;

/**
 * Unpacks the streams of a PDF in which objects or tables of objects may lie, counting and keeping nothing, before a
 * reader unpacks them into memory. Streams of pages and pictures are never unpacked here, and so need no bound.
 */
final class PdfPackedObjects {

    private static final byte[] STREAM = Signatures.bytes("stream");
    private static final byte[] END = Signatures.bytes("endstream");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9a-fA-F]{2})");

    /** What only streams of objects (First) and of tables (W) say of themselves; a reader believes these, not a type. */
    private static final Pattern STRUCTURE = Pattern.compile("/(First|W)(?![A-Za-z0-9])");

    /** Packed twice: nobody does that but who wants a reader to unpack without end. */
    private static final Pattern PACKED_TWICE =
            Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])[^\\]>]{0,200}"
                    + "/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])");

    private static final Pattern OBJECT = Pattern.compile("(?:^|[\\r\\n])\\s*\\d+\\s+\\d+\\s+obj");
    private static final Pattern FILTER = Pattern.compile("/(Filter|F)(?![A-Za-z0-9])");
    private static final Pattern USUAL_FILTER = Pattern.compile("/Filter\\s*\\[?\\s*/FlateDecode\\s*]?\\s*(?=[/>])");

    private PdfPackedObjects() {}

    static void refuseBombs(byte[] content) {
        long unpacked = 0;
        int before = 0;
        for (int at = next(content, 0); at >= 0; at = next(content, before)) {
            String dictionary = unescaped(content, before, at);
            int begin = at + STREAM.length;
            while (begin < content.length && (content[begin] == '\r' || content[begin] == '\n')) {
                begin++;
            }
            Refused.unless(!PACKED_TWICE.matcher(dictionary).find(), "documents.refused.bomb");
            if (STRUCTURE.matcher(dictionary).find()) {
                refuseUnusualPacking(dictionary);
                unpacked += unpacked(content, begin, unpacked);
            }
            int end = Signatures.indexOf(content, END, begin, content.length);
            before = end < 0 ? content.length : end + END.length;
        }
    }

    private static int next(byte[] content, int from) {
        return Signatures.indexOf(content, STREAM, from, content.length);
    }

    private static String unescaped(byte[] content, int from, int to) {
        String text = new String(content, from, to - from, StandardCharsets.ISO_8859_1);
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** Of the last object before the stream: packed in the one usual way, or not at all. */
    private static void refuseUnusualPacking(String dictionary) {
        int begin = OBJECT.matcher(dictionary)
                .results()
                .mapToInt(MatchResult::start)
                .max()
                .orElse(0);
        String last = dictionary.substring(begin);
        boolean structure = STRUCTURE.matcher(last).find();
        boolean packed = FILTER.matcher(last).find();
        boolean usual = USUAL_FILTER.matcher(last).results().count() == 1
                && FILTER.matcher(last).results().count() == 1;
        Refused.unless(!structure || !packed || usual, "documents.refused.broken");
    }

    private static long unpacked(byte[] content, int begin, long before) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content, begin, content.length - begin);
            byte[] thrownAway = new byte[65_536];
            for (int got = inflater.inflate(thrownAway); got > 0; got = inflater.inflate(thrownAway)) {
                Refused.unless(before + inflater.getBytesWritten() <= Limits.UNPACKED, "documents.refused.bomb");
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException noSuchPacking) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
