package masar.sealing;

import masar.shared.Subject;

/**
 * Keeps a subject's keys from being destroyed while something forbids it, such as a legal hold; declared as a bean by
 * whoever knows of it, and asked by every erasure whoever asks for it. A replay after a restore is no new erasure.
 */
public interface ErasureGuard {

    /** Throws {@link masar.shared.Refused} while the subject must be kept. */
    void refuseWhileKept(Subject subject);
}
