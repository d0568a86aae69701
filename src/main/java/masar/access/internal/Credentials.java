package masar.access.internal;

import java.util.UUID;

/** Something by which a person signs in, kept beside the account. */
public interface Credentials {

    /** Forgets all of it: the person lost it, and begins again with a new link. */
    void forget(UUID account);

    /** The person leaves the organisation; whatever the organisation answers for ends. */
    void leave(UUID account);
}
