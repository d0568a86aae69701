package masar.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import masar.audit.internal.EntryScan;
import masar.audit.internal.HeadChain;
import masar.audit.internal.KeptHeads;
import masar.audit.internal.TrailLines;

/**
 * Checks an exported trail without a database: every entry against the tree, every head against its key and the head
 * before, and the whole against heads that a second body kept. Finds alteration, deletion, insertion, reordering,
 * truncation, forks and back-dating, and names the first wrong entry. Truncation of the end and a fork that was signed
 * with the right key show only against a kept head.
 */
public final class TrailCheck {

    private TrailCheck() {}

    /**
     * Checks the file against these kept heads, given as their text. Throws {@link TrailUnreadable} when the file is not a
     * whole export, or a kept head is not one.
     */
    public static TrailVerdict check(Path file, List<String> keptHeads) {
        var kept = KeptHeads.parse(keptHeads);
        try (var lines = new TrailLines(Files.newInputStream(file))) {
            var chain = HeadChain.read(lines, kept);
            var scan = new EntryScan(chain, kept.sizes());
            scan.readAll(lines);
            var findings = Stream.of(scan.finding(), chain.finding(), kept.finding(chain, scan))
                    .flatMap(Optional::stream)
                    .toList();
            return new TrailVerdict(
                    scan.entries(), chain.count(), chain.newest(), first(findings), kept.remarks(chain));
        } catch (IOException unreadable) {
            throw new TrailUnreadable("the file " + file + " cannot be read", unreadable);
        }
    }

    /**
     * The one that lies furthest in front; of two at one place, the one that was asked for first. A trail that was cut
     * between two heads ends with entries that no head covers: that it was cut tells more than that.
     */
    private static Optional<Finding> first(List<Finding> findings) {
        if (findings.size() == 2
                && findings.getFirst().kind() == Finding.Kind.INSERTED
                && findings.getLast().kind() == Finding.Kind.TRUNCATED) {
            return Optional.of(findings.getLast());
        }
        return findings.stream().reduce((before, after) -> after.position() < before.position() ? after : before);
    }
}
