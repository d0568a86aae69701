package masar.shared;

import java.util.Set;
import java.util.UUID;

/**
 * Who is looking. Only {@code access} makes one. Everything that returns something about a person takes a viewer, so
 * that the question "may this person see it?" cannot be forgotten.
 */
public interface Viewer {

    /** The account, or the fixed id of a named system viewer (jobs, imports from the command line). */
    UUID account();

    /** The organisation the account belongs to. */
    UUID organisation();

    OrganisationKind organisationKind();

    Set<Role> roles();

    /** What is written on the database connection of each transaction; policies read it. Never blank. */
    String key();

    default boolean holds(Role role) {
        return roles().contains(role);
    }
}
