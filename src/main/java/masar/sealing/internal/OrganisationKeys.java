package masar.sealing.internal;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.ForgedSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of organisations: they wrap the keys of subjects and are wrapped by the root. Needs a transaction. */
@Component
class OrganisationKeys {

    /** An opened key. */
    record Key(UUID id, Aead aead) {}

    private static final int PATIENCE = 5;

    private final JdbcClient jdbc;
    private final Roots roots;
    private final InstantSource clock;
    private final KeyCache<UUID, Aead> opened = new KeyCache<>(2_000, Duration.ofMinutes(10));

    OrganisationKeys(JdbcClient jdbc, Roots roots, InstantSource clock) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.clock = clock;
    }

    /** From a row with the columns id, organisation, root and by_root, the key as the root wrapped it. */
    Key open(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var known = opened.get(id);
        return known.isPresent() ? new Key(id, known.get()) : openAnew(row);
    }

    /** As {@link #open}, without believing what is kept in memory. */
    Key openAnew(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] bound = bound(id, row.getObject("organisation", UUID.class));
        Aead key = Keys.aead(roots.keys().unwrap(row.getString("root"), row.getBytes("by_root"), bound));
        opened.put(id, key);
        return new Key(id, key);
    }

    /**
     * The key that wraps for this organisation now; held until the transaction ends, so that a rotation waits. Made when
     * there is none.
     */
    Key current(UUID organisation) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            Optional<Key> known = jdbc.sql("select id, organisation, root, wrapped as by_root"
                            + " from sealing.organisation_key"
                            + " where organisation = ? and retired_at is null for share")
                    .param(organisation)
                    .query((row, number) -> open(row))
                    .optional();
            if (known.isPresent()) {
                return known.get();
            }
            make(organisation, generation());
        }
        throw new IllegalStateException("no key for organisation " + organisation);
    }

    /** Makes one under the root that wraps now; does nothing when another was faster. */
    void make(UUID organisation, int generation) {
        UUID id = UUID.randomUUID();
        String root = heldRoot();
        jdbc.sql("insert into sealing.organisation_key (id, organisation, generation, root, wrapped, made_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(id)
                .param(organisation)
                .param(generation)
                .param(root)
                .param(roots.keys().wrap(root, Keys.random(), bound(id, organisation)))
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The root that wraps now. A rotation that moves to another waits until this transaction has ended. */
    private String heldRoot() {
        return jdbc.sql("select root from sealing.own_key where name = ? for share")
                .param(OwnKeys.CHECK)
                .query(String.class)
                .single();
    }

    private int generation() {
        return jdbc.sql("select coalesce(max(generation), 0) from sealing.rotation")
                .query(Integer.class)
                .single();
    }

    static byte[] bound(UUID id, UUID organisation) {
        return Keys.bound("organisation-key", id, organisation);
    }

    /** Opens a wrapped key of a subject. */
    static byte[] unwrap(Key wrapping, byte[] wrapped, byte[] bound) {
        try {
            return wrapping.aead().decrypt(wrapped, bound);
        } catch (GeneralSecurityException altered) {
            throw new ForgedSeal("of organisation key " + wrapping.id(), altered);
        }
    }
}
