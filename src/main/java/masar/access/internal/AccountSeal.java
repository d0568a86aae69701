package masar.access.internal;

import java.nio.charset.StandardCharsets;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.stereotype.Component;

/** Seals the secret of the code app whenever an account is kept, and opens it whenever one is read. */
@Component
class AccountSeal implements BeforeConvertCallback<Account>, AfterConvertCallback<Account> {

    private final Sealing sealing;

    AccountSeal(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Account onBeforeConvert(Account account) {
        String secret = account.totpSecret;
        if (secret == null) {
            account.sealedTotpSecret = null;
        } else {
            if (account.sealedTotpSecret == null) {
                sealing.belongsTo(subject(account), account.organisation);
            }
            account.sealedTotpSecret = sealing.seal(place(account), secret.getBytes(StandardCharsets.UTF_8));
        }
        return account;
    }

    /** A secret whose key was destroyed is as good as none: the person enrols again. */
    @Override
    public Account onAfterConvert(Account account) {
        byte[] sealed = account.sealedTotpSecret;
        if (sealed != null) {
            String secret =
                    new String(sealing.open(place(account), sealed).orElse(new byte[0]), StandardCharsets.UTF_8);
            account.totpSecret = secret.isEmpty() ? null : secret;
        }
        return account;
    }

    private static Place place(Account account) {
        return Place.of("access.account.totp_secret", account.id, subject(account));
    }

    private static Subject subject(Account account) {
        return new Subject("account", account.id);
    }
}
