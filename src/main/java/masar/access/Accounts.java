package masar.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.shared.Language;
import masar.shared.Role;
import masar.shared.Viewer;

/** The people who work with Masar. */
public interface Accounts {

    /** The name colleagues see, for pages that say who did something. */
    Optional<Colleague> colleague(UUID account);

    /** The name of whoever did something; a dash when there is no such account. */
    default String nameOf(UUID account) {
        return colleague(account).map(Colleague::name).orElse("–");
    }

    /** Active colleagues of an organisation who hold this role. */
    List<Colleague> colleagues(UUID organisation, Role role);

    /**
     * Invites a person; an administrator does this. Returns the one-time token of the link by which they choose a
     * password.
     */
    String invite(
            Viewer administrator,
            UUID organisation,
            String signInName,
            String name,
            Language language,
            Set<Role> roles);

    /** People whose name or sign-in name holds these letters; for an auditor or an administrator. */
    List<Colleague> named(Viewer viewer, String letters);

    /** A viewer for this active account, made outside of a browser, for example to load the demonstration. */
    Viewer viewer(UUID account);

    /** A named system viewer for a job or a command; holds no role and reads no case unless a grant says so. */
    Viewer system(String name);
}
