package masar.directory;

import java.util.UUID;

/** The name under which somebody signs what they do; told by whoever knows accounts, which lie above. */
public interface Signatures {

    /** A dash for an account that is not known. */
    String name(UUID account);
}
