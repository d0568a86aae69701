package masar.audit.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import masar.audit.AuditEntry;
import masar.audit.AuditTree;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts entries into the tree and signs. Entries commit in another order than they are numbered, and numbers may be
 * missing; their places have no gaps because one copy of Masar at a time gives them, under a lock.
 */
@Component
class Sealer {

    static final int BATCH = 1000;
    private static final long LOCK = 7_216_002;
    /** No transaction takes longer from its entry to its commit; what is older is looked for once in each process. */
    private static final Duration LONGEST_ACT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final HeadBook heads;
    private final String keyFile;
    private @Nullable AuditKey key;
    private boolean lookedBehind;

    Sealer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InstantSource clock,
            HeadBook heads,
            @Value("${masar.audit.key:}") String keyFile) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.heads = heads;
        this.keyFile = keyFile;
    }

    /** Seals when a thousand entries wait, or any after a minute. */
    void sealIfDue() {
        boolean due = Boolean.TRUE.equals(transaction.execute(status -> {
            Instant minuteAgo = clock.instant().minus(Duration.ofMinutes(1));
            boolean recently =
                    heads.newest().filter(head -> head.at().isAfter(minuteAgo)).isPresent();
            return !recently || waiting(floor(false), BATCH).size() == BATCH;
        }));
        if (due) {
            seal(false, false);
        }
    }

    /** Seals everything that waits; {@code whole} looks at every entry and not only at those of the last hour. */
    synchronized Optional<Head> seal(boolean whole, boolean newKey) {
        boolean behind = whole || !lookedBehind;
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sealBatch(behind, newKey)));
        }
        lookedBehind = true;
        return java.util.Objects.requireNonNull(transaction.execute(status -> heads.newest()));
    }

    private boolean sealBatch(boolean whole, boolean newKey) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        var last = heads.newest();
        var entries = waiting(floor(whole), BATCH);
        if (entries.isEmpty()) {
            return false;
        }
        var signer = key();
        if (last.isPresent() && !last.get().key().equals(signer.id()) && !newKey) {
            throw new AuditTree.KeyChanged(last.get().key(), signer.id());
        }
        last.ifPresent(this::refuseUnlessSigned);
        heads.remember(signer, clock.instant());
        append(last, entries, signer);
        return entries.size() == BATCH;
    }

    /** A head is signed behind a rightly signed one only, so that it vouches for all before it. */
    private void refuseUnlessSigned(Head last) {
        boolean signed = heads.keys().stream()
                .filter(known -> known.id().equals(last.key())
                        && AuditKey.idOf(known.publicKey()).equals(last.key()))
                .anyMatch(known ->
                        AuditKey.verifies(AuditKey.publicKey(known.publicKey()), last.signed(), last.signature()));
        if (!signed) {
            throw new IllegalStateException(
                    "the last head of the audit trail is not rightly signed: check it with: masar audit verify FILE");
        }
    }

    private void append(Optional<Head> last, List<AuditEntry> entries, AuditKey signer) {
        long begin = last.map(Head::size).orElse(0L);
        var tree = last.map(head -> Tree.from(begin, heads.frontier(begin))).orElseGet(Tree::new);
        if (last.isPresent() && !java.util.Arrays.equals(tree.root(), last.get().root())) {
            throw new IllegalStateException("the frontier of the audit tree does not make the root of its last head");
        }
        var sha = new Sha256();
        var positions = new Long[entries.size()];
        var numbers = new Long[entries.size()];
        var hashes = new byte[entries.size()][];
        var tags = java.nio.ByteBuffer.allocate(entries.size() * Head.TAG);
        for (int i = 0; i < entries.size(); i++) {
            positions[i] = begin + i;
            numbers[i] = entries.get(i).number();
            hashes[i] = sha.leaf(EntryLine.of(entries.get(i)));
            tree.add(hashes[i]);
            tags.put(hashes[i], 0, Head.TAG);
        }
        jdbc.sql("insert into audit.leaf (position, entry, hash)"
                        + " select * from unnest(?::bigint[], ?::bigint[], ?::bytea[])")
                .params(positions, numbers, hashes)
                .update();
        byte[] previous = last.map(Head::hash).orElse(Head.NONE);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        heads.add(Head.sign(signer, tree.size(), tree.root(), at, previous, tags.array()), tags.array(), tree);
    }

    /** The entry at the end of the newest head that is older than the longest act; all before it have been seen. */
    private long floor(boolean whole) {
        if (whole) {
            return 0;
        }
        return jdbc.sql("select coalesce((select entry from audit.leaf where position ="
                        + " (select max(size) - 1 from audit.head where at < ?)), 0)")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(LONGEST_ACT), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<AuditEntry> waiting(long floor, int atMost) {
        return jdbc.sql(AuditTrail.COLUMNS + "where number > ? and not exists"
                        + " (select 1 from audit.leaf where leaf.entry = entry.number) order by number limit ?")
                .params(floor, atMost)
                .query(AuditTrail::entry)
                .list();
    }

    private synchronized AuditKey key() {
        if (key == null) {
            if (keyFile.isBlank()) {
                throw new IllegalStateException("no file for the audit key is configured (masar.audit.key)");
            }
            key = AuditKey.open(Path.of(keyFile));
        }
        return key;
    }
}
