package masar.audit;

import java.nio.file.Path;
import java.util.Optional;
import masar.shared.Viewer;

/**
 * The Merkle tree over the trail (RFC 9162) and its signed heads. What has been covered by a head cannot be altered,
 * removed, added or moved without {@link TrailCheck} finding it.
 */
public interface AuditTree {

    /**
     * Gives every entry without a place the next one, and signs heads of at most a thousand new entries each. Refused
     * with {@link KeyChanged} when another key signed the last head. Returns the newest head; empty while there is no
     * entry.
     */
    Optional<SealedHead> seal();

    /** As {@link #seal}, and goes on with the present key although another one signed the last head. */
    Optional<SealedHead> sealWithNewKey();

    /** The newest head, for an auditor or a command of the server. */
    Optional<SealedHead> newest(Viewer viewer);

    /** A head by its size. */
    Optional<SealedHead> head(Viewer viewer, long size);

    /**
     * Writes entries, leaves, heads and public keys to a file that {@link TrailCheck} reads without a database. The file
     * is whole or not there. Returns the number of entries. For the system viewer {@code audit-export} only.
     */
    long export(Viewer viewer, Path file);

    /** The key file is not the one that signed the last head. */
    final class KeyChanged extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        public KeyChanged(String before, String now) {
            super("the last head of the audit trail was signed with key " + before + ", the key file holds " + now
                    + ": put the right file back, or go on with: masar audit head --new-key");
        }
    }
}
