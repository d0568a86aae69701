package masar.sealing;

/**
 * Changes the keys that wrap other keys, in small transactions, while Masar runs. May be interrupted at any point and
 * run again: it goes on where it was. Sealed fields are not touched.
 */
public interface KeyRotation {

    /** Runs to the end a rotation that was interrupted, or a new one. */
    Rotated rotate();

    /** Opens every wrap; throws {@link ForgedSeal} at the first one that does not open. */
    Checked check();

    /** What a rotation wrapped anew in this run. */
    record Rotated(int organisationKeys, int subjectKeys) {}

    /** What was opened. */
    record Checked(int organisationKeys, int subjectKeys, int destroyed) {}
}
