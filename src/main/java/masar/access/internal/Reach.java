package masar.access.internal;

import java.util.UUID;
import masar.shared.CurrentViewer;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Whose accounts an administrator manages: those of their own organisation; in an organisation that coordinates, all.
 *
 * @param organisation the only one reached; null for all
 */
public record Reach(@Nullable UUID organisation) {

    /** Not found for anybody who is no administrator. */
    public static Reach of(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.ADMINISTRATOR), "shell.refused.not.found");
        return new Reach(viewer.organisationKind() == OrganisationKind.COORDINATING ? null : viewer.organisation());
    }

    public boolean isEverywhere() {
        return organisation == null;
    }

    public boolean covers(UUID other) {
        return organisation == null || organisation.equals(other);
    }

    public void refuseUnless(UUID other) {
        Refused.unless(covers(other), "shell.refused.not.found");
    }
}
