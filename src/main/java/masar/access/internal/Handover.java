package masar.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import masar.shell.FormToken;
import org.jspecify.annotations.Nullable;

/**
 * Lets a form that was posted twice receive the same token twice: a browser drops the first answer of a double click, and
 * with it the cookie or link. The token is made from a random seed that only the row keeps and a secret that only the
 * browser sent, so neither a copy of the database nor a stolen cookie can make it.
 *
 * @param form token of the posted form; null when nothing was posted
 */
record Handover(@Nullable UUID form, String secret) {

    /** For the form posted in this request, with a secret of the same post. */
    static Handover with(String... secrets) {
        return new Handover(FormToken.current().map(FormToken::value).orElse(null), String.join("\n", secrets));
    }

    /** For something that cannot be posted twice. */
    static Handover none() {
        return new Handover(null, Tokens.fresh());
    }

    String token(byte[] seed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] made = mac.doFinal((form + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Handover[hidden]";
    }
}
