package masar.access.internal.provider;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import masar.access.internal.Credentials;
import masar.shared.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which person at a provider is which account. Nobody is known by an address of e-mail alone. */
@Component
@Transactional
class ProviderLinks implements Credentials {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ProviderLinks(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(UUID account, UUID provider, String subject) {
        forget(account);
        try {
            jdbc.sql("insert into access.provider_link (account, provider, subject, linked_at) values (?, ?, ?, ?)")
                    .params(account, provider, subject, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException somebodyElse) {
            throw Refused.because("access.refused.proof");
        }
    }

    /** The account of this person; only while it belongs to the provider's organisation. */
    @Transactional(readOnly = true)
    Optional<UUID> account(IdentityProvider provider, String subject) {
        return jdbc.sql("select l.account from access.provider_link l join access.account a on a.id = l.account"
                        + " where l.provider = ? and l.subject = ? and a.organisation = ?")
                .params(provider.id, subject, provider.organisation)
                .query(UUID.class)
                .optional();
    }

    void endAll(UUID provider) {
        jdbc.sql("delete from access.provider_link where provider = ?")
                .param(provider)
                .update();
    }

    @Override
    public void forget(UUID account) {
        jdbc.sql("delete from access.provider_link where account = ?")
                .param(account)
                .update();
    }

    @Override
    public void leave(UUID account) {
        forget(account);
    }
}
