package masar.access;

import java.util.Set;
import java.util.UUID;
import masar.shared.Fact;
import masar.shared.Role;

/**
 * What somebody may do in an organisation has changed: roles chosen anew, moved elsewhere, suspended or reinstated. Heard
 * in the same transaction.
 *
 * @param organisation where it changed; for somebody who moved, the one they left
 * @param ended roles they no longer hold there
 */
public record DutiesChanged(UUID account, UUID organisation, Set<Role> ended) implements Fact {}
