package masar.audit.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import masar.audit.SealedHead;

/**
 * A head: the root of the tree at one size, the moment, the head before, and the trace of the leaves added since, signed.
 * What is signed is a JSON object like the canonical form of an entry, with hashes in hexadecimal digits:
 *
 * <pre>{"size":1,"root":"…","at":"…","previous":"…","trace":"…","key":"…"}</pre>
 *
 * <p>{@code previous} is the SHA-256 of what was signed in the head before followed by its signature; {@code trace} the
 * SHA-256 of the first eight bytes of the hash of each leaf added since.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Head(long size, byte[] root, Instant at, byte[] previous, byte[] trace, String key, byte[] signature) {

    /** Leaves tell themselves in a trace by so many bytes of their hash. */
    static final int TAG = 8;

    static final byte[] NONE = new byte[Sha256.LENGTH];
    private static final HexFormat HEX = HexFormat.of();
    private static final Base64.Encoder SHORT = Base64.getUrlEncoder().withoutPadding();
    private static final String WORD = "masar-head-1";

    /** Signs. */
    static Head sign(AuditKey key, long size, byte[] root, Instant at, byte[] previous, byte[] tags) {
        var unsigned = new Head(
                size, root, at.truncatedTo(ChronoUnit.MICROS), previous, new Sha256().of(tags), key.id(), new byte[0]);
        return unsigned.with(key.sign(unsigned.signed()));
    }

    Head with(byte[] newSignature) {
        return new Head(size, root, at, previous, trace, key, newSignature);
    }

    String signedText() {
        return "{\"size\":" + size + ",\"root\":\"" + HEX.formatHex(root) + "\",\"at\":\"" + EntryLine.moment(at)
                + "\",\"previous\":\"" + HEX.formatHex(previous) + "\",\"trace\":\"" + HEX.formatHex(trace)
                + "\",\"key\":\"" + key + "\"}";
    }

    byte[] signed() {
        return signedText().getBytes(StandardCharsets.UTF_8);
    }

    byte[] hash() {
        return new Sha256().of(signed(), signature);
    }

    /** One word without blanks that holds all of it; short enough for a picture that a phone reads. */
    String text() {
        return String.join(
                ".",
                WORD,
                Long.toString(size),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                key,
                SHORT.encodeToString(root),
                SHORT.encodeToString(previous),
                SHORT.encodeToString(trace),
                SHORT.encodeToString(signature));
    }

    /** Reads what {@link #text} wrote; throws {@link IllegalArgumentException} for anything else. */
    static Head parse(String text) {
        String[] parts = text.strip().split("\\.");
        if (parts.length != 8 || !parts[0].equals(WORD)) {
            throw new IllegalArgumentException("not a head of an audit trail: " + text);
        }
        try {
            var read = Base64.getUrlDecoder();
            return new Head(
                    Long.parseLong(parts[1]),
                    read.decode(parts[4]),
                    Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS),
                    read.decode(parts[5]),
                    read.decode(parts[6]),
                    parts[3],
                    read.decode(parts[7]));
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("not a head of an audit trail: " + text, broken);
        }
    }

    SealedHead shown() {
        return new SealedHead(size, at, key, text());
    }

    boolean isSameAs(Head other) {
        return size == other.size && Arrays.equals(hash(), other.hash());
    }

    /** The first bytes of a leaf's hash as a number. */
    static long tag(byte[] leaf) {
        return java.nio.ByteBuffer.wrap(leaf).getLong();
    }
}
