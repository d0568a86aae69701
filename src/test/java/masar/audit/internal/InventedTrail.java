package masar.audit.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import masar.audit.AuditEntry;
import masar.shared.Subject;

/**
 * A trail as the product would have written and signed it, in memory, that may be rewritten by somebody who owns the whole
 * database but not the key.
 */
final class InventedTrail {

    static final AuditKey KEY = AuditKey.fresh();
    private static final Instant BEGIN = Instant.parse("2026-11-02T06:00:00Z");
    private static final List<String> ACTS = List.of("casefile.page.overview", "casefile.person", "referral.send");

    final List<AuditEntry> entries = new ArrayList<>();
    final List<Head> heads = new ArrayList<>();
    final List<byte[]> tags = new ArrayList<>();
    private final Random random;
    private Tree tree = new Tree();
    private long number;
    private Instant now = BEGIN;

    InventedTrail(long seed) {
        random = new Random(seed);
    }

    /** The same trail, to be rewritten without touching this one. */
    InventedTrail copy(long seed) {
        var copy = new InventedTrail(seed);
        copy.entries.addAll(entries);
        copy.heads.addAll(heads);
        copy.tags.addAll(tags);
        copy.number = number;
        copy.now = now;
        return copy;
    }

    /** Goes on for so many entries, with a head about each minute. Numbers have gaps. */
    InventedTrail grow(int count) {
        return grow(count, KEY);
    }

    InventedTrail grow(int count, AuditKey key) {
        for (int i = 0; i < count; i++) {
            now = now.plusMillis(random.nextInt(2000));
            entries.add(entry(now));
            Instant sealed = heads.isEmpty() ? BEGIN : heads.getLast().at();
            boolean minute = Duration.between(sealed, now).toSeconds() >= 60;
            if (minute || i == count - 1) {
                seal(key);
            }
        }
        return this;
    }

    AuditEntry entry(Instant at) {
        number += 1 + (random.nextInt(10) == 0 ? 1 : 0);
        return new AuditEntry(
                number,
                at,
                uuid(),
                uuid(),
                "read",
                ACTS.get(random.nextInt(ACTS.size())),
                new Subject("case", uuid()),
                null);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    void seal(AuditKey key) {
        int from = heads.isEmpty() ? 0 : (int) heads.getLast().size();
        if (tree.size() != from) {
            tree = new Tree();
            entries.subList(0, from).forEach(each -> tree.add(leaf(each)));
        }
        var added = java.nio.ByteBuffer.allocate((entries.size() - from) * Head.TAG);
        for (AuditEntry each : entries.subList(from, entries.size())) {
            tree.add(leaf(each));
            added.put(leaf(each), 0, Head.TAG);
        }
        byte[] previous = heads.isEmpty() ? Head.NONE : heads.getLast().hash();
        heads.add(Head.sign(key, tree.size(), tree.root(), now, previous, added.array()));
        tags.add(added.array());
    }

    /** As it was when a backup was taken: after this many heads. */
    InventedTrail restoredTo(int count, long seed, Duration later) {
        var restored = copy(seed);
        restored.heads.subList(count, heads.size()).clear();
        restored.tags.subList(count, tags.size()).clear();
        restored.entries
                .subList((int) restored.heads.getLast().size(), entries.size())
                .clear();
        restored.now = now.plus(later);
        return restored;
    }

    /** What an attacker does to the heads as well: everything fits, but the signatures are the old ones. */
    void recomputeHeads() {
        var old = List.copyOf(heads);
        heads.clear();
        tags.clear();
        var recomputed = new Tree();
        for (Head head : old) {
            int from = heads.isEmpty() ? 0 : (int) heads.getLast().size();
            int until = head == old.getLast() ? entries.size() : (int) Math.min(head.size(), entries.size());
            var added = java.nio.ByteBuffer.allocate((until - from) * Head.TAG);
            for (AuditEntry each : entries.subList(from, until)) {
                recomputed.add(leaf(each));
                added.put(leaf(each), 0, Head.TAG);
            }
            byte[] previous = heads.isEmpty() ? Head.NONE : heads.getLast().hash();
            heads.add(new Head(
                    until,
                    recomputed.root(),
                    head.at(),
                    previous,
                    new Sha256().of(added.array()),
                    head.key(),
                    head.signature()));
            tags.add(added.array());
        }
    }

    static byte[] leaf(AuditEntry entry) {
        return new Sha256().leaf(EntryLine.of(entry));
    }

    Path write(Path file, AuditKey... keys) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var writer = new TrailWriter(out, now);
            for (AuditKey key : keys.length == 0 ? new AuditKey[] {KEY} : keys) {
                writer.key(key.id(), key.publicKey());
            }
            for (int i = 0; i < heads.size(); i++) {
                writer.head(heads.get(i), tags.get(i));
            }
            for (AuditEntry each : entries) {
                writer.entry(EntryLine.of(each), each.number(), leaf(each));
            }
            writer.end();
        }
        return file;
    }

    String keptHead() {
        return heads.getLast().text();
    }
}
