package masar.audit.internal;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.audit.Finding;
import masar.audit.Finding.Kind;
import masar.audit.SealedHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The heads of an export as far as they follow each other and are rightly signed; the first that is not ends them. */
public final class HeadChain {

    /** Clocks of several machines may differ, and an act may take a while from its entry to its end, by so much. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final List<Head> heads = new ArrayList<>();
    private final KeptHeads kept;
    private long[] tags = new long[1024];
    private @Nullable Finding finding;

    private HeadChain(KeptHeads kept) {
        this.kept = kept;
    }

    /** Reads the file up to its first entry, or its end, and stays on that line. */
    public static HeadChain read(TrailLines lines, KeptHeads kept) throws IOException {
        var chain = new HeadChain(kept);
        if (!lines.next() || !lines.text().startsWith("{\"masar-audit\":1,")) {
            throw lines.broken("does not say what it is");
        }
        while (lines.next()) {
            if (lines.startsWith(EntryScan.ENTRY) || lines.startsWith(EntryScan.END)) {
                kept.refuseUnlessGenuine(chain.keys);
                chain.believeSignedOnly();
                return chain;
            }
            try {
                chain.take(JSON.readTree(lines.text()));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                throw lines.broken("cannot be read");
            }
        }
        throw lines.broken("is missing");
    }

    private void take(JsonNode line) {
        if (line.has("key")) {
            byte[] encoded = Base64.getDecoder().decode(line.get("public").asString());
            if (!AuditKey.idOf(encoded).equals(line.get("key").asString())) {
                throw new IllegalArgumentException("a key under a wrong name");
            }
            keys.put(line.get("key").asString(), AuditKey.publicKey(encoded));
            return;
        }
        JsonNode signed = line.get("head");
        var head = new Head(
                signed.get("size").asLong(),
                HEX.parseHex(signed.get("root").asString()),
                Instant.parse(signed.get("at").asString()),
                HEX.parseHex(signed.get("previous").asString()),
                HEX.parseHex(signed.get("trace").asString()),
                signed.get("key").asString(),
                HEX.parseHex(line.get("signature").asString()));
        if (finding == null) {
            add(head, HEX.parseHex(line.get("tags").asString()));
        }
    }

    private void add(Head head, byte[] newTags) {
        long size = size();
        Kind kind = null;
        String words = "";
        if (!Arrays.equals(
                head.previous(), heads.isEmpty() ? Head.NONE : heads.getLast().hash())) {
            kind = Kind.FORKED;
            words = "does not follow the head before it";
        } else if (isForeign(head)) {
            kind = Kind.FORKED;
            words = "is signed by another key than the head before it, and nobody kept a head of that key";
        } else if (head.size() <= size
                || newTags.length != (head.size() - size) * Head.TAG
                || !Arrays.equals(new Sha256().of(newTags), head.trace())) {
            kind = Kind.ALTERED;
            words = "does not fit what it was signed for";
        } else if (!heads.isEmpty() && head.at().isBefore(heads.getLast().at().minus(TOLERANCE))) {
            kind = Kind.BACK_DATED;
            words = "is older than the head before it";
        }
        if (kind != null) {
            finding = new Finding(kind, size, -1, "the head of size " + head.size() + " " + words);
            return;
        }
        remember(newTags, size, head.size());
        heads.add(head);
    }

    /**
     * A head names the hash of the one before, signature included, and Masar signs behind a rightly signed one only: so
     * the last signature of each key vouches for all before it. Only when one is wrong is every head looked at.
     */
    private void believeSignedOnly() {
        boolean vouched = true;
        for (int i = 0; i < heads.size(); i++) {
            boolean lastOfItsKey = i == heads.size() - 1
                    || !heads.get(i + 1).key().equals(heads.get(i).key());
            vouched &= !lastOfItsKey || isSigned(heads.get(i));
        }
        for (int i = 0; i < heads.size() && !vouched; i++) {
            if (!isSigned(heads.get(i))) {
                long before = i == 0 ? 0 : heads.get(i - 1).size();
                String words = "the head of size " + heads.get(i).size() + " is not signed by its key";
                finding = new Finding(Kind.ALTERED, before, -1, words);
                heads.subList(i, heads.size()).clear();
            }
        }
    }

    private boolean isSigned(Head head) {
        PublicKey key = keys.get(head.key());
        return key != null && AuditKey.verifies(key, head.signed(), head.signature());
    }

    /** A new key is believed when somebody outside kept one of its heads. */
    private boolean isForeign(Head head) {
        return !heads.isEmpty() && !heads.getLast().key().equals(head.key()) && !kept.knowsKey(head.key());
    }

    private void remember(byte[] newTags, long from, long until) {
        if (until > tags.length) {
            tags = Arrays.copyOf(tags, (int) Math.max(until, tags.length * 2L));
        }
        var read = java.nio.ByteBuffer.wrap(newTags);
        for (long i = from; i < until; i++) {
            tags[(int) i] = read.getLong();
        }
    }

    /** How many leaves the believed heads cover. */
    long size() {
        return heads.isEmpty() ? 0 : heads.getLast().size();
    }

    long tag(long position) {
        return tags[(int) position];
    }

    /** Where this tag stands after this position, or -1. */
    long find(long tag, long after) {
        for (long i = after + 1; i < size(); i++) {
            if (tags[(int) i] == tag) {
                return i;
            }
        }
        return -1;
    }

    List<Head> heads() {
        return heads;
    }

    public int count() {
        return heads.size();
    }

    public Optional<SealedHead> newest() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast().shown());
    }

    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    /** Whether all heads of the file are believed, so that what no head covers was added. */
    boolean isWhole() {
        return finding == null;
    }
}
