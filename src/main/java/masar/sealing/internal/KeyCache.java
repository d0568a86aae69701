package masar.sealing.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opened keys, kept for a short time and in bounded number; the least used go first. */
final class KeyCache<K, V> {

    private record Kept<V>(V value, long at) {}

    private final long patience;
    private final Map<K, Kept<V>> kept;

    KeyCache(int atMost, Duration patience) {
        this.patience = patience.toNanos();
        this.kept = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > atMost;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        Kept<V> found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (System.nanoTime() - found.at() > patience) {
            kept.remove(key);
            return Optional.empty();
        }
        return Optional.of(found.value());
    }

    synchronized void put(K key, V value) {
        kept.put(key, new Kept<>(value, System.nanoTime()));
    }

    synchronized void clear() {
        kept.clear();
    }
}
