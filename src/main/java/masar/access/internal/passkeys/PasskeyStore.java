package masar.access.internal.passkeys;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public halves of passkeys. */
@Component
@Transactional
class PasskeyStore {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PasskeyStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The public half of a passkey, as the device attested it. */
    record PublicHalf(UUID id, UUID account, byte[] credential, long signCount) {}

    void add(UUID account, byte[] credentialId, byte[] credential, long signCount, String name) {
        jdbc.sql("insert into access.passkey (id, account, credential_id, credential, sign_count, name, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), account, credentialId, credential, signCount, name, now())
                .update();
    }

    @Transactional(readOnly = true)
    boolean isKnown(byte[] credentialId) {
        return find(credentialId).isPresent();
    }

    @Transactional(readOnly = true)
    Optional<PublicHalf> find(byte[] credentialId) {
        return jdbc.sql("select id, account, credential, sign_count from access.passkey where credential_id = ?")
                .param(credentialId)
                .query((row, number) -> new PublicHalf(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        row.getBytes("credential"),
                        row.getLong("sign_count")))
                .optional();
    }

    /** Notes a use; false when somebody else used it at the same moment. */
    boolean used(PublicHalf passkey, long signCount) {
        return jdbc.sql("update access.passkey set sign_count = ?, used_at = ? where id = ? and sign_count = ?")
                        .params(signCount, now(), passkey.id(), passkey.signCount())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    List<Passkey> of(UUID account) {
        return jdbc.sql("select id, name, made_at, used_at from access.passkey where account = ? order by made_at")
                .param(account)
                .query((row, number) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    @Transactional(readOnly = true)
    List<byte[]> credentialIds(UUID account) {
        return jdbc.sql("select credential_id from access.passkey where account = ?")
                .param(account)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** True when this account has such a passkey. */
    boolean rename(UUID account, UUID id, String name) {
        return jdbc.sql("update access.passkey set name = ? where id = ? and account = ?")
                        .params(name, id, account)
                        .update()
                == 1;
    }

    boolean remove(UUID account, UUID id) {
        return jdbc.sql("delete from access.passkey where id = ? and account = ?")
                        .params(id, account)
                        .update()
                == 1;
    }

    void removeAll(UUID account) {
        jdbc.sql("delete from access.passkey where account = ?").param(account).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
