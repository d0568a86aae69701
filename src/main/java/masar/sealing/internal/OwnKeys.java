package masar.sealing.internal;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.subtle.PrfMac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import masar.sealing.SearchKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of Masar itself. The one for search tokens never changes, only its wrap does. */
@Component
class OwnKeys implements SearchKeys {

    static final String CHECK = "check";
    static final String SEARCH = "search";
    private static final int TOKEN_BYTES = 10;

    private final JdbcClient jdbc;
    private final Roots roots;
    private final TransactionTemplate reading;
    private @Nullable Mac search;

    OwnKeys(JdbcClient jdbc, Roots roots, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    static byte[] bound(String name) {
        return Keys.bound("own-key", name);
    }

    @Override
    public byte[] token(String purpose, String word) {
        try {
            return mac().computeMac((purpose + "|" + word).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized Mac mac() throws GeneralSecurityException {
        if (search == null) {
            byte[] key = Objects.requireNonNull(reading.execute(status -> opened()));
            search = new PrfMac(new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC")), TOKEN_BYTES);
        }
        return search;
    }

    private byte[] opened() {
        return jdbc.sql("select root, wrapped from sealing.own_key where name = ?")
                .param(SEARCH)
                .query((row, number) -> roots.keys().unwrap(row.getString(1), row.getBytes(2), bound(SEARCH)))
                .single();
    }
}
