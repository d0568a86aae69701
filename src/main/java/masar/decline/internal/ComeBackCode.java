package masar.decline.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What the person is given to change their mind with: sixteen random characters of Crockford's base 32, eighty bits, so
 * that its hash may be kept without a key. Letters that are easily confused do not occur.
 */
final class ComeBackCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ComeBackCode() {}

    /** A fresh one, in groups of four. */
    static String random() {
        var code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is kept of a code, however it was typed: small letters, no dashes, O for zero, I or L for one. */
    static byte[] hash(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("masar decline " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
