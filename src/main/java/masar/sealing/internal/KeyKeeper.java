package masar.sealing.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;

/** Who runs the commands about keys: the system viewer {@code keys}, which holds no role and no grant. */
record KeyKeeper() implements Viewer {

    private static final String KEY = "system:keys";
    private static final UUID ID = UUID.nameUUIDFromBytes(KEY.getBytes(StandardCharsets.UTF_8));

    @Override
    public UUID account() {
        return ID;
    }

    @Override
    public UUID organisation() {
        return ID;
    }

    @Override
    public OrganisationKind organisationKind() {
        return OrganisationKind.COORDINATING;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public String key() {
        return KEY;
    }
}
