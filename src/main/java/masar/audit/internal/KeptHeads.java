package masar.audit.internal;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import masar.audit.Finding;
import masar.audit.Finding.Kind;
import masar.audit.TrailUnreadable;

/** Heads that a second body kept; the trail must still begin as they say. The smallest first. */
public final class KeptHeads {

    private final List<Head> heads;

    private KeptHeads(List<Head> heads) {
        this.heads = heads;
    }

    /** Reads the texts; throws {@link TrailUnreadable} for one that is no head. */
    public static KeptHeads parse(List<String> texts) {
        try {
            return new KeptHeads(texts.stream()
                    .map(Head::parse)
                    .sorted(Comparator.comparingLong(Head::size))
                    .toList());
        } catch (IllegalArgumentException none) {
            throw new TrailUnreadable("one of the kept heads is none: " + none.getMessage(), none);
        }
    }

    public Collection<Long> sizes() {
        return heads.stream().map(Head::size).collect(Collectors.toSet());
    }

    boolean knowsKey(String key) {
        return heads.stream().anyMatch(head -> head.key().equals(key));
    }

    /** A head whose key the file has must be signed by it; otherwise whoever brings it was deceived. */
    void refuseUnlessGenuine(Map<String, PublicKey> keys) {
        for (Head head : heads) {
            PublicKey key = keys.get(head.key());
            if (key != null && !AuditKey.verifies(key, head.signed(), head.signature())) {
                throw new TrailUnreadable("the kept head of size " + head.size() + " is not signed by its key");
            }
        }
    }

    /** What is wrong with the trail as seen from outside. */
    public Optional<Finding> finding(HeadChain chain, EntryScan scan) {
        long agreed = 0;
        for (Head head : heads) {
            var root = scan.root(head.size());
            if (root.isPresent() && Arrays.equals(root.get(), head.root())) {
                agreed = head.size();
            } else if (scan.entries() < head.size() && !goesOnAfter(chain, head)) {
                return Optional.of(new Finding(
                        Kind.TRUNCATED,
                        scan.entries(),
                        -1,
                        "entries are missing at the end: the kept head covers " + head.size() + ", " + scan.entries()
                                + " are here"));
            } else {
                return Optional.of(new Finding(
                        Kind.FORKED,
                        Math.max(agreed, parting(chain, head)),
                        -1,
                        "the trail went another way than the kept head of size " + head.size() + " says"));
            }
        }
        return Optional.empty();
    }

    private static boolean goesOnAfter(HeadChain chain, Head head) {
        return chain.heads().stream().anyMatch(each -> each.at().isAfter(head.at()));
    }

    /** What had been signed here when the kept head was: the first entry behind it replaced another. */
    private static long parting(HeadChain chain, Head head) {
        long size = 0;
        for (Head each : chain.heads()) {
            if (!each.at().isAfter(head.at()) && each.size() < head.size()) {
                size = each.size();
            }
        }
        return size;
    }

    public List<String> remarks(HeadChain chain) {
        var remarks = new ArrayList<String>();
        if (heads.isEmpty()) {
            remarks.add(
                    "No kept head was given: a trail cut at its end, or written anew from an earlier state, would not"
                            + " show.");
        }
        var keys = chain.heads().stream().map(Head::key).distinct().toList();
        if (keys.size() > 1) {
            remarks.add("The signing key was changed; keys, the oldest first: " + String.join(", ", keys));
        }
        return remarks;
    }
}
