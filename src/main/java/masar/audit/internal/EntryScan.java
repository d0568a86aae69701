package masar.audit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import masar.audit.Finding;
import masar.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of an export once, beside the tree and what the heads say of each leaf. */
public final class EntryScan {

    static final byte[] ENTRY = "{\"number\":".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END = "{\"end\":".getBytes(StandardCharsets.US_ASCII);

    private final HeadChain chain;
    private final Map<Long, byte[]> roots = new HashMap<>();
    private final Collection<Long> wantedRoots;
    private final Tree tree = new Tree();
    private final Sha256 sha = new Sha256();
    private final EntryTimes times;
    private int nextHead;
    private @Nullable Finding finding;
    private @Nullable Mismatch mismatch;

    public EntryScan(HeadChain chain, Collection<Long> wantedRoots) {
        this.chain = chain;
        this.wantedRoots = wantedRoots;
        this.times = new EntryTimes(chain.heads());
    }

    /** From the line the file stands on to its end. */
    public void readAll(TrailLines lines) throws IOException {
        do {
            if (lines.startsWith(END)) {
                if (number(lines, END.length) != tree.size() || lines.next()) {
                    throw lines.broken("does not end the file");
                }
                conclude();
                return;
            }
            entry(lines);
        } while (lines.next());
        throw lines.broken("is missing");
    }

    private void entry(TrailLines lines) throws IOException {
        if (!lines.startsWith(ENTRY)) {
            throw lines.broken("is no entry");
        }
        long position = tree.size();
        long number = number(lines, ENTRY.length);
        boolean late = times.isOutOfOrder(lines, position);
        byte[] leaf = sha.leaf(lines.buffer(), lines.from(), lines.length());
        compare(position, number, Head.tag(leaf), late);
        tree.add(leaf);
        if (!lines.next() || !lines.startsWith(LeafLine.LEAF)) {
            throw lines.broken("is no leaf");
        }
        if (finding == null && mismatch == null && !LeafLine.says(lines, position, number, leaf)) {
            finding = new Finding(Kind.ALTERED, position, number, "the leaf of the entry is not what it was");
        }
        if (wantedRoots.contains(tree.size())) {
            roots.put(tree.size(), tree.root());
        }
        compareRoot();
    }

    private void compare(long position, long number, long tag, boolean late) {
        if (mismatch != null) {
            mismatch.follow(tag);
        } else if (position < chain.size() && chain.tag(position) != tag) {
            mismatch = new Mismatch(position, number, tag, late, chain);
        } else if (position >= chain.size() && chain.isWhole() && finding == null) {
            finding = new Finding(Kind.INSERTED, position, number, "the entry was added behind the last head");
        } else if (late && finding == null) {
            finding = new Finding(
                    Kind.BACK_DATED, position, number, "the time of the entry does not fit the heads around it");
        }
    }

    private void compareRoot() {
        var heads = chain.heads();
        if (nextHead >= heads.size() || heads.get(nextHead).size() != tree.size()) {
            return;
        }
        var head = heads.get(nextHead++);
        if (mismatch == null && finding == null && !Arrays.equals(head.root(), tree.root())) {
            long from = nextHead == 1 ? 0 : heads.get(nextHead - 2).size();
            finding = new Finding(Kind.ALTERED, from, -1, "the entries do not make the root of their head");
        }
    }

    private void conclude() {
        if (mismatch != null) {
            Finding found = mismatch.finding();
            finding = finding == null || found.position() <= finding.position() ? found : finding;
        } else if (finding == null && tree.size() < chain.size()) {
            finding = new Finding(
                    Kind.TRUNCATED,
                    tree.size(),
                    -1,
                    "entries are missing at the end: " + chain.size() + " were signed, " + tree.size() + " are here");
        }
    }

    private static long number(TrailLines lines, int at) {
        long number = 0;
        byte[] line = lines.buffer();
        for (int i = lines.from() + at; i < lines.from() + lines.length() && line[i] >= '0' && line[i] <= '9'; i++) {
            number = number * 10 + line[i] - '0';
        }
        return number;
    }

    public long entries() {
        return tree.size();
    }

    /** The root at a size that was asked for, if the trail is that long. */
    Optional<byte[]> root(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }
}
