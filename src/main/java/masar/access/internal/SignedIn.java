package masar.access.internal;

import java.util.Set;
import java.util.UUID;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;

/** The viewer of a person's request, or of a job with a name of its own. */
record SignedIn(UUID account, UUID organisation, OrganisationKind organisationKind, Set<Role> roles) implements Viewer {

    @Override
    public String key() {
        return "account:" + account;
    }
}
