package masar.audit.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A Merkle tree (RFC 9162, 2.1) that only grows: of all its nodes it keeps the roots of the full subtrees. */
public final class Tree {

    private final Sha256 sha = new Sha256();
    private final byte[][] full = new byte[Long.SIZE][];
    private long size;

    public Tree() {}

    /** A tree of this size that goes on from its frontier, the largest subtree first. */
    static Tree from(long size, byte[] frontier) {
        var tree = new Tree();
        tree.size = size;
        if (frontier.length != Long.bitCount(size) * Sha256.LENGTH) {
            throw new IllegalArgumentException("a frontier of the wrong length");
        }
        int at = 0;
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                tree.full[level] = Arrays.copyOfRange(frontier, at, at + Sha256.LENGTH);
                at += Sha256.LENGTH;
            }
        }
        return tree;
    }

    public void add(byte[] leaf) {
        byte[] carried = leaf;
        int level = 0;
        while ((size >>> level & 1) == 1) {
            carried = sha.node(full[level], carried);
            level++;
        }
        full[level] = carried;
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < Long.SIZE; level++) {
            if ((size >>> level & 1) == 1) {
                root = root == null ? full[level] : sha.node(full[level], root);
            }
        }
        return root == null ? sha.of() : root;
    }

    byte[] frontier() {
        var bytes = new ByteArrayOutputStream();
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                bytes.writeBytes(full[level]);
            }
        }
        return bytes.toByteArray();
    }
}
