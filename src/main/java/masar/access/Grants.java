package masar.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;

/**
 * Need to know: who may see which subject, how deep. Readers are keys (an account, or an organisation and role), so that
 * colleagues do not read each other's cases by default.
 */
public interface Grants {

    /** Lets this reader see the subject; the act (such as {@code assignment}) is kept as the reason. */
    void give(Subject subject, String reader, Depth depth, String act);

    /** As {@link #give}, to one account and until then only. */
    void giveUntil(Subject subject, UUID account, Depth depth, String act, Instant until);

    /**
     * Opens the whole subject to the viewer alone until then, because waiting would harm somebody. Refused as not found
     * unless the viewer's organisation has a part in the subject and nothing bars the viewer from it.
     */
    void breakGlass(Viewer viewer, Subject subject, Instant until);

    /** Ends what the account holds by {@link #breakGlass}, and nothing else. */
    void endGlass(Subject subject, UUID account);

    /** Ends every grant of this depth that the reader holds on the subject. */
    void end(Subject subject, String reader, Depth depth);

    /** Ends every grant on the subject: nobody sees it any more. */
    void endAll(Subject subject);

    /** Ends every grant on the subject but those of this reader. */
    void endAllBut(Subject subject, String reader);

    /** Whether the viewer may see the subject at least this deep. */
    boolean allows(Viewer viewer, Subject subject, Depth depth);

    /** Whether the account, or an office of its organisation, holds anything of the subject: it could come to see it. */
    boolean hasPart(UUID account, Subject subject);

    /** The keys under which the viewer reads: the account, and the organisation with each role. */
    static Set<String> keysOf(Viewer viewer) {
        var keys = new java.util.HashSet<String>();
        keys.add(accountKey(viewer.account()));
        viewer.roles().forEach(role -> keys.add(officeKey(viewer.organisation(), role)));
        return Set.copyOf(keys);
    }

    static String accountKey(UUID account) {
        return "account:" + account;
    }

    static String officeKey(UUID organisation, Role role) {
        return "office:" + organisation + ":" + role.code();
    }

    /** The grants by which the subject exists for the viewer. */
    List<Grant> own(Viewer viewer, Subject subject);

    /** Every grant that holds on a subject, for the page "who can see this file, and why". */
    List<Grant> on(Viewer viewer, Subject subject);
}
