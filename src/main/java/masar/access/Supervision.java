package masar.access;

import java.util.Optional;
import java.util.UUID;
import masar.shared.Role;

/** Who looks after what somebody did: the supervisors beside them, or the coordinators where nobody else supervises. */
public interface Supervision {

    /** Everybody of an organisation who holds a role. */
    record Office(UUID organisation, Role role) {

        public String key() {
            return Grants.officeKey(organisation, role);
        }
    }

    /**
     * Who looks after an organisation without this account: its supervisors; the coordinators when nobody else supervises
     * there; its supervisors again when nobody coordinates.
     */
    Office over(UUID organisation, UUID except);

    /** The coordinators of the procedures, if there are any. */
    Optional<Office> coordination();
}
