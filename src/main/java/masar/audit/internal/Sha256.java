package masar.audit.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as RFC 9162 uses it: a leaf begins with a zero byte, a node with a one. Not for several threads at once. */
public final class Sha256 {

    public static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] leaf(byte[] entry, int from, int length) {
        digest.update(LEAF);
        digest.update(entry, from, length);
        return digest.digest();
    }

    public byte[] leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    byte[] node(byte[] before, byte[] after) {
        digest.update(NODE);
        digest.update(before);
        digest.update(after);
        return digest.digest();
    }

    byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
