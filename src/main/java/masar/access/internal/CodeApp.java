package masar.access.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Six-digit codes of an authenticator app (RFC 6238, 30 seconds, SHA-1 as the apps expect), one step of drift. */
@Component
class CodeApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);

    /** A new secret of 160 bits in base 32. */
    String newSecret() {
        var random = new SecureRandom();
        var secret = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return secret.toString();
    }

    /** The time step whose code this is, looking one step back and one ahead; empty when the code is wrong. */
    OptionalLong stepOf(String secret, String code, Instant now) {
        String typed = code.replace(" ", "");
        for (int drift = -1; drift <= 1; drift++) {
            Instant moment = now.plus(STEP.multipliedBy(drift));
            if (codeAt(secret, moment).equals(typed)) {
                return OptionalLong.of(moment.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    /** The code an app with this secret shows at this moment. */
    String codeAt(String secret, Instant moment) {
        try {
            var key = new SecretKeySpec(decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decode(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : secret.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
