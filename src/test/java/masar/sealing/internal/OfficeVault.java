package masar.sealing.internal;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import masar.sealing.ForgedSeal;
import masar.sealing.RootKeys;

/** A key management service of an office, as Masar sees it: keys have names and never leave it. */
public class OfficeVault implements RootKeys {

    private static final Map<String, byte[]> KEYS = new ConcurrentHashMap<>(Map.of("office-1", Keys.random()));
    private static volatile String newest = "office-1";

    @Override
    public String newest() {
        return newest;
    }

    @Override
    public boolean holds(String root) {
        return KEYS.containsKey(root);
    }

    @Override
    public byte[] wrap(String root, byte[] key, byte[] bound) {
        return Keys.seal(Keys.aead(KEYS.get(root)), key, bound);
    }

    @Override
    public byte[] unwrap(String root, byte[] wrapped, byte[] bound) {
        try {
            return Keys.aead(KEYS.get(root)).decrypt(wrapped, bound);
        } catch (java.security.GeneralSecurityException altered) {
            throw new ForgedSeal(root, altered);
        }
    }

    @Override
    public void makeNewer() {
        String name = "office-" + (KEYS.size() + 1);
        KEYS.put(name, Keys.random());
        newest = name;
    }

    @Override
    public void keepOnly(Collection<String> roots) {
        KEYS.keySet().retainAll(roots);
    }
}
