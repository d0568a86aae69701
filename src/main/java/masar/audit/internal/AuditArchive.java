package masar.audit.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.audit.AuditTree;
import masar.audit.SealedHead;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class AuditArchive implements AuditTree {

    private static final String COMMANDS = "system:audit-export";
    private static final int PAGE = 10_000;

    private final Sealer sealer;
    private final HeadBook heads;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    AuditArchive(
            Sealer sealer,
            HeadBook heads,
            Audit audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.sealer = sealer;
        this.heads = heads;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<SealedHead> seal() {
        return sealer.seal(true, false).map(Head::shown);
    }

    @Override
    public Optional<SealedHead> sealWithNewKey() {
        return sealer.seal(true, true).map(Head::shown);
    }

    @Override
    public Optional<SealedHead> newest(Viewer viewer) {
        require(viewer);
        return Objects.requireNonNull(transaction.execute(status -> {
            audit.read(new Subject("account", viewer.account()), "audit.head");
            return heads.newest().map(Head::shown);
        }));
    }

    @Override
    public Optional<SealedHead> head(Viewer viewer, long size) {
        require(viewer);
        return Objects.requireNonNull(
                transaction.execute(status -> heads.find(size).map(Head::shown)));
    }

    private static void require(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.AUDITOR) || viewer.key().equals(COMMANDS), "shell.refused.not.found");
    }

    @Override
    public long export(Viewer viewer, Path file) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.key().equals(COMMANDS), "shell.refused.not.found");
        transaction.executeWithoutResult(
                status -> audit.done(new Subject("export", UUID.randomUUID()), "audit.export"));
        seal();
        try {
            return write(file.toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private long write(Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path beside = Files.createTempFile(file.getParent(), ".masar-audit", ".jsonl", ownerOnly);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 20)) {
            var reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
            reading.setReadOnly(true);
            reading.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
            long written = Objects.requireNonNull(reading.execute(status -> write(out)));
            out.close();
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private long write(OutputStream out) {
        try {
            var writer = new TrailWriter(out, clock.instant());
            for (var key : heads.keys()) {
                writer.key(key.id(), key.publicKey());
            }
            heads.forEach((head, tags) -> {
                try {
                    writer.head(head, tags);
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
            long places = jdbc.sql("select coalesce(max(position) + 1, 0) from audit.leaf")
                    .query(Long.class)
                    .single();
            for (long from = 0; from < places; from += PAGE) {
                page(writer, from);
            }
            return writer.end();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void page(TrailWriter writer, long from) throws IOException {
        List<Placed> page = jdbc.sql("select e.*, l.hash from audit.leaf l join audit.entry e on e.number = l.entry"
                        + " where l.position >= ? and l.position < ? order by l.position")
                .params(from, from + PAGE)
                .query((row, number) -> new Placed(
                        EntryLine.of(AuditTrail.entry(row, number)), row.getLong("number"), row.getBytes("hash")))
                .list();
        for (Placed each : page) {
            writer.entry(each.canonical(), each.number(), each.hash());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Placed(byte[] canonical, long number, byte[] hash) {}
}
