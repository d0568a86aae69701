package masar.sealing.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM by Tink, with a random nonce and associated data. */
final class Keys {

    static final int BYTES = 32;

    private Keys() {}

    static byte[] random() {
        return Random.randBytes(BYTES);
    }

    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] seal(Aead key, byte[] content, byte[] bound) {
        try {
            return key.encrypt(content, bound);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a wrapped key is bound to, so that it cannot stand in for another. */
    static byte[] bound(String kind, Object... names) {
        var text = new StringBuilder("masar|").append(kind);
        for (Object name : names) {
            text.append('|').append(name);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
