package masar.audit.internal;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import masar.audit.AuditEntry;
import masar.audit.Finding.Kind;

/** The seven kinds of tampering, each at a place that a seed chooses. */
final class Tampering {

    /** A tampered trail, where its first wrong entry is, and the kept heads that a second body would bring. */
    record Tampered(InventedTrail trail, long position, List<String> kept) {}

    private Tampering() {}

    static Tampered with(Kind kind, InventedTrail sound, long seed) {
        var random = new Random(seed);
        var trail = sound.copy(seed);
        int first = (int) sound.heads.getFirst().size();
        int at = first + random.nextInt(sound.entries.size() - first - 2);
        AuditEntry there = trail.entries.get(at);
        switch (kind) {
            case ALTERED -> trail.entries.set(at, altered(there, random));
            case DELETED -> trail.entries.remove(at);
            case INSERTED -> trail.entries.add(at, trail.entry(there.at()));
            case REORDERED -> {
                int other = random.nextBoolean() ? at + 1 : at + 1 + random.nextInt(trail.entries.size() - at - 1);
                trail.entries.set(at, trail.entries.get(other));
                trail.entries.set(other, there);
            }
            case TRUNCATED -> {
                trail.entries.subList(at, trail.entries.size()).clear();
                boolean headsToo = random.nextBoolean();
                trail.tags
                        .subList(headsToo ? covered(trail, at) : trail.tags.size(), trail.tags.size())
                        .clear();
                trail.heads.subList(trail.tags.size(), trail.heads.size()).clear();
            }
            case FORKED -> {
                int head = 1 + random.nextInt(sound.heads.size() - 1);
                trail = sound.restoredTo(head, seed, Duration.ofHours(random.nextInt(100)));
                at = trail.entries.size();
                trail.grow(1 + random.nextInt(sound.entries.size()));
            }
            case BACK_DATED -> {
                var earlier = there.at().minus(Duration.ofMinutes(20 + random.nextInt(100_000)));
                if (random.nextBoolean()) {
                    trail.entries.set(at, at(there, earlier));
                } else {
                    trail = sound.restoredTo(covered(sound, at), seed, Duration.ZERO);
                    at = trail.entries.size() + random.nextInt(5);
                    trail.grow(5);
                    trail = withOneBackDated(trail, at, earlier, seed);
                }
            }
        }
        return new Tampered(trail, at, List.of(sound.keptHead()).subList(0, needsKeptHead(kind) ? 1 : 0));
    }

    private static boolean needsKeptHead(Kind kind) {
        return kind == Kind.TRUNCATED || kind == Kind.FORKED;
    }

    /** Written past the product with the application's password; the product itself has signed it since. */
    private static InventedTrail withOneBackDated(InventedTrail trail, int at, java.time.Instant earlier, long seed) {
        var entries = List.copyOf(trail.entries);
        var anew = trail.restoredTo(trail.heads.size() - 1, seed, Duration.ZERO);
        anew.entries.addAll(entries.subList(anew.entries.size(), entries.size()));
        anew.entries.set(at, at(entries.get(at), earlier));
        anew.seal(InventedTrail.KEY);
        return anew;
    }

    /** How many heads cover no more than these entries. */
    private static int covered(InventedTrail trail, int entries) {
        return (int) trail.heads.stream().filter(head -> head.size() <= entries).count();
    }

    private static AuditEntry at(AuditEntry entry, java.time.Instant moment) {
        return new AuditEntry(
                entry.number(),
                moment,
                entry.account(),
                entry.organisation(),
                entry.kind(),
                entry.act(),
                entry.subject(),
                entry.reason());
    }

    private static AuditEntry altered(AuditEntry entry, Random random) {
        boolean who = random.nextBoolean();
        return new AuditEntry(
                entry.number(),
                entry.at(),
                who ? new UUID(random.nextLong(), random.nextLong()) : entry.account(),
                entry.organisation(),
                entry.kind(),
                who ? entry.act() : entry.act() + "s",
                entry.subject(),
                entry.reason());
    }
}
