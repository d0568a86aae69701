package masar.sealing;

import java.util.Collection;

/**
 * The root keys, which wrap the keys of the organisations and never lie in the data folder or the database. Masar brings
 * one from a file or an environment variable; a bean of this type puts a key management service in its place.
 */
public interface RootKeys {

    /** Name of the key that ought to wrap from now on; what older ones wrapped is moved to it by a rotation. */
    String newest();

    boolean holds(String root);

    /** Wraps with the root of this name, bound to what the key is for. */
    byte[] wrap(String root, byte[] key, byte[] bound);

    /** Unwraps; throws {@link ForgedSeal} when it was altered or is bound to something else. */
    byte[] unwrap(String root, byte[] wrapped, byte[] bound);

    /** Makes a newer key where they can be made here; elsewhere whoever manages the keys has done so. */
    void makeNewer();

    /** Lets go of every key but these. */
    void keepOnly(Collection<String> roots);
}
