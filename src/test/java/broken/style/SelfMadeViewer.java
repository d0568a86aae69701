package broken.style;

import java.util.Set;
import java.util.UUID;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;

/** A module that gives itself the right to look. */
public record SelfMadeViewer(UUID account, UUID organisation, OrganisationKind organisationKind, Set<Role> roles)
        implements Viewer {

    @Override
    public String key() {
        return "everything";
    }
}
