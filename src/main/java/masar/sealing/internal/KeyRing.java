package masar.sealing.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import masar.sealing.ForgedSeal;
import masar.sealing.RootKeys;
import org.jspecify.annotations.Nullable;

/**
 * Root keys from a file, or from an environment variable when there is no file. A key is named by a fingerprint, so that
 * a wrong one is known at once. A name that is not known makes it look into the file again: a rotation may have run.
 */
final class KeyRing implements RootKeys {

    private static final byte[] NAMING = Keys.bound("root-key");

    private final @Nullable KeyFile file;
    private List<byte[]> keys;

    KeyRing(KeyFile file) {
        this.file = file;
        this.keys = file.read();
    }

    /** Keys given as text, such as an environment variable; they cannot be changed here. */
    KeyRing(String given, String where) {
        this.file = null;
        this.keys = KeyFile.parse(given, where);
    }

    synchronized boolean isEmpty() {
        return keys.isEmpty();
    }

    @Override
    public synchronized String newest() {
        return name(keys.getFirst());
    }

    @Override
    public synchronized boolean holds(String root) {
        return find(root) != null;
    }

    @Override
    public synchronized byte[] wrap(String root, byte[] key, byte[] bound) {
        return Keys.seal(Keys.aead(required(root)), key, bound);
    }

    @Override
    public synchronized byte[] unwrap(String root, byte[] wrapped, byte[] bound) {
        try {
            return Keys.aead(required(root)).decrypt(wrapped, bound);
        } catch (GeneralSecurityException altered) {
            throw new ForgedSeal(root, altered);
        }
    }

    /** Puts a new key before the others; does nothing where the keys come from the environment. */
    @Override
    public synchronized void makeNewer() {
        if (file != null) {
            var more = new ArrayList<byte[]>();
            more.add(Keys.random());
            more.addAll(file.read());
            file.write(more);
            keys = List.copyOf(more);
        }
    }

    @Override
    public synchronized void keepOnly(Collection<String> roots) {
        if (file != null) {
            var kept = file.read().stream()
                    .filter(key -> roots.contains(name(key)))
                    .toList();
            file.write(kept);
            keys = kept;
        }
    }

    private byte[] required(String root) {
        byte[] key = find(root);
        if (key == null) {
            throw new IllegalStateException("root key " + root + " is not at hand");
        }
        return key;
    }

    private byte @Nullable [] find(String root) {
        byte[] known = among(root);
        if (known == null && file != null) {
            keys = file.read();
            return among(root);
        }
        return known;
    }

    private byte @Nullable [] among(String root) {
        return keys.stream().filter(key -> name(key).equals(root)).findFirst().orElse(null);
    }

    private static String name(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(NAMING);
            return HexFormat.of().formatHex(digest.digest(key), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
