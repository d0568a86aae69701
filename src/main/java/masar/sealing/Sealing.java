package masar.sealing;

import java.util.UUID;
import masar.shared.Subject;

/** Seals and opens the free fields of a row. A store calls it itself, because only a store knows the row. */
public interface Sealing {

    /**
     * Makes the ordinary key of a subject, or hands its keys over: from now on they are wrapped by the key of this
     * organisation. Without it, the first seal takes the organisation of who is looking.
     */
    void belongsTo(Subject subject, UUID organisation);

    /**
     * Seals for this place only; makes the key of the subject and class when it has none yet. Needs a transaction.
     * Refused once the subject was erased.
     */
    byte[] seal(Place place, byte[] content);

    /** Opens what was sealed for this very place; throws {@link ForgedSeal} when it was not. */
    Opened<byte[]> open(Place place, byte[] sealed);

    /** As {@link #seal(Place, byte[])}, for a record of fields; what is null stays null. */
    byte[] sealFields(Place place, Object fields);

    /** As {@link #open(Place, byte[])}, into the record that was sealed. */
    <T> Opened<T> openFields(Place place, byte[] sealed, Class<T> fields);

    /** Whether the keys of the subject were destroyed. */
    boolean isErased(Subject subject);
}
