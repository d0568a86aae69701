package masar.worklist.internal;

import java.util.UUID;
import masar.access.Grants;
import masar.access.Supervision.Office;
import masar.shared.Role;
import org.jspecify.annotations.Nullable;

/** Somebody who is told: a person, or everybody of an organisation who holds a role. */
record Recipient(
        @Nullable UUID account,
        @Nullable UUID organisation,
        @Nullable Role role,
        String key) {

    static Recipient person(UUID account) {
        return new Recipient(account, null, null, Grants.accountKey(account));
    }

    static Recipient office(Office office) {
        return new Recipient(null, office.organisation(), office.role(), office.key());
    }
}
