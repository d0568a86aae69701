package masar.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who there is and what they offer. Public facts: no viewer is needed to read them. */
public interface Directory {

    Optional<Organisation> organisation(UUID id);

    /** The organisation with this key of the country pack. */
    Optional<Organisation> organisation(String key);

    List<Organisation> organisations();

    /** Organisations that may do this act of the procedures. */
    List<Organisation> competentFor(String act);

    List<HelpService> services();

    Optional<HelpService> service(UUID id);

    List<Phone> phones(UUID organisation);
}
