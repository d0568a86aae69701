package masar.sealing.internal;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.sealing.KeyRotation;
import masar.sealing.SealClass;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New root, new keys of organisations, every key of a subject wrapped anew. Each step looks at what is there and not at
 * what was done, so that running it again after a kill goes on where it was.
 */
@Component
class Rotation implements KeyRotation {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Roots roots;
    private final OrganisationKeys organisations;
    private final SubjectHandOver subjects;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Rotation(
            JdbcClient jdbc,
            Roots roots,
            OrganisationKeys organisations,
            SubjectHandOver subjects,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.organisations = organisations;
        this.subjects = subjects;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Rotated rotate() {
        int generation = begin();
        moveToNewestRoot();
        int renewed = 0;
        for (var next = outdated(generation); next.isPresent(); next = outdated(generation)) {
            renew(next.get(), generation);
            renewed++;
        }
        int rewrapped = 0;
        while (anyRetired()) {
            rewrapped += count(() -> subjects.fromRetired(AT_ONCE));
            dropEmpty();
        }
        roots.keys().keepOnly(rootsInUse());
        transaction.executeWithoutResult(
                status -> jdbc.sql("update sealing.rotation set ended_at = ? where generation = ? and ended_at is null")
                        .params(now(), generation)
                        .update());
        return new Rotated(renewed, rewrapped);
    }

    /** The rotation that goes on or begins. A newer root is made unless one lies ready that nothing uses yet. */
    private int begin() {
        Optional<Integer> open = openRotation();
        if (open.isEmpty() && rootsInUse().contains(roots.keys().newest())) {
            roots.keys().makeNewer();
        }
        transaction.executeWithoutResult(status -> jdbc.sql("insert into sealing.rotation (generation, began_at)"
                        + " select coalesce(max(generation), 0) + 1, ? from sealing.rotation on conflict do nothing")
                .param(now())
                .update());
        return openRotation().orElseThrow();
    }

    private Optional<Integer> openRotation() {
        return Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql("select generation from sealing.rotation where ended_at is null")
                        .query(Integer.class)
                        .optional()));
    }

    /** The key that tells the root goes first: from then on new keys of organisations are wrapped by the newest root. */
    private void moveToNewestRoot() {
        String newest = roots.keys().newest();
        for (String name : List.of(OwnKeys.CHECK, OwnKeys.SEARCH)) {
            transaction.executeWithoutResult(
                    status -> rewrap("sealing.own_key where name = '" + name + "'", OwnKeys.bound(name), newest));
        }
        for (UUID id : ids("select id from sealing.organisation_key where root <> ?", newest)) {
            transaction.executeWithoutResult(status -> {
                var organisation = jdbc.sql("select organisation from sealing.organisation_key where id = ?")
                        .param(id)
                        .query(UUID.class)
                        .optional();
                organisation.ifPresent(whose -> rewrap(
                        "sealing.organisation_key where id = '" + id + "'", OrganisationKeys.bound(id, whose), newest));
            });
        }
    }

    private void rewrap(String tableAndRow, byte[] bound, String newest) {
        record Wrap(String root, byte[] key) {}
        String table = tableAndRow.substring(0, tableAndRow.indexOf(' '));
        String row = tableAndRow.substring(tableAndRow.indexOf(' '));
        jdbc.sql("select root, wrapped from " + tableAndRow + " for update")
                .query((found, number) -> new Wrap(found.getString(1), found.getBytes(2)))
                .optional()
                .filter(wrap -> !wrap.root().equals(newest))
                .ifPresent(wrap -> {
                    byte[] key = roots.keys().unwrap(wrap.root(), wrap.key(), bound);
                    jdbc.sql("update " + table + " set root = ?, wrapped = ?" + row)
                            .params(newest, roots.keys().wrap(newest, key, bound))
                            .update();
                });
    }

    private Optional<UUID> outdated(int generation) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("select organisation"
                        + " from sealing.organisation_key where retired_at is null and generation < ? limit 1")
                .param(generation)
                .query(UUID.class)
                .optional()));
    }

    private void renew(UUID organisation, int generation) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update sealing.organisation_key set retired_at = ?"
                            + " where organisation = ? and retired_at is null and generation < ?")
                    .params(now(), organisation, generation)
                    .update();
            organisations.make(organisation, generation);
        });
    }

    private boolean anyRetired() {
        return count(() -> jdbc.sql("select count(*) from sealing.organisation_key where retired_at is not null")
                        .query(Integer.class)
                        .single())
                > 0;
    }

    /** A retired key that wraps nothing goes; one that a late transaction has just used stays for the next round. */
    private void dropEmpty() {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("delete from sealing.organisation_key o"
                            + " where retired_at is not null and not exists"
                            + " (select 1 from sealing.subject_key s where s.organisation_key = o.id)")
                    .update());
        } catch (DataIntegrityViolationException usedMeanwhile) {
            Thread.onSpinWait();
        }
    }

    private Set<String> rootsInUse() {
        return new HashSet<>(Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("select root from sealing.own_key union select root from sealing.organisation_key")
                        .query(String.class)
                        .list())));
    }

    private List<UUID> ids(String sql, String parameter) {
        return Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql(sql).param(parameter).query(UUID.class).list()));
    }

    private int count(java.util.function.Supplier<Integer> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    @Override
    public Checked check() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<UUID> keys = jdbc.sql(
                            "select id, organisation, root, wrapped as by_root from sealing.organisation_key")
                    .query((row, number) -> organisations.openAnew(row).id())
                    .list();
            List<SealClass> opened = jdbc.sql(SubjectHandOver.WRAPPED)
                    .query((row, number) -> subjects.open(row))
                    .list();
            int destroyed = jdbc.sql("select count(*) from sealing.subject_key where wrapped is null")
                    .query(Integer.class)
                    .single();
            return new Checked(keys.size(), opened.size(), destroyed);
        }));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
