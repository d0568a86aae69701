package masar.access;

import java.util.Set;
import java.util.UUID;
import masar.shared.Role;

/** A person as colleagues see them. */
public record Colleague(UUID account, UUID organisation, String name, Set<Role> roles) {}
