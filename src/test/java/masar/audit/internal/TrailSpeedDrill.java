package masar.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import masar.audit.TrailCheck;
import masar.benchmarks.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checking a trail of 1,000,000 entries takes at most three times as long as the SHA-256 of the same entries and of the
 * nodes of their tree in the same run. Writes what it measured to docs/performance.md.
 */
@Tag("drill")
class TrailSpeedDrill {

    private static final int ENTRIES = 1_000_000;
    private static final int RUNS = 3;

    @TempDir
    Path folder;

    @Test
    void aMillionEntriesAreCheckedInThreeTimesTheRawHashing() throws IOException {
        var trail = new InventedTrail(11).grow(ENTRIES);
        Path file = trail.write(folder.resolve("trail"));
        var lines = trail.entries.stream().map(EntryLine::of).toList();
        double raw = Double.MAX_VALUE;
        double check = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            raw = Math.min(raw, seconds(() -> hash(lines)));
            check = Math.min(
                    check,
                    seconds(() -> assertThat(TrailCheck.check(file, List.of(trail.keptHead()))
                                    .isSound())
                            .isTrue()));
        }
        write(raw, check, trail.heads.size(), Files.size(file));
        assertThat(check).isLessThan(3 * raw);
    }

    /** Each entry once, and each inner node of their tree. */
    private static void hash(List<byte[]> lines) {
        var sha = new Sha256();
        byte[] node = new byte[Sha256.LENGTH];
        for (byte[] line : lines) {
            node = sha.node(node, sha.leaf(line));
        }
        assertThat(node).hasSize(Sha256.LENGTH);
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void write(double raw, double check, int heads, long bytes) throws IOException {
        Figures.write(
                "trail",
                "the audit trail, one thread, best of " + RUNS,
                List.of(
                        "| SHA-256 of 1,000,000 entries and the nodes of their tree | %.2f s | |".formatted(raw),
                        "| check of the exported trail (%d MB, %d heads, reading the file included) | %.2f s | under %.2f s |"
                                .formatted(bytes / 1_000_000, heads, check, 3 * raw),
                        "| check against raw hashing | %.2f times | under 3 times |".formatted(check / raw)));
    }
}
