package masar.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/**
 * What closes a subject to people whose office would open it: a conflict of interest bars an account or a whole
 * organisation; a seal leaves only people named one by one, for whom alone the subject then exists.
 */
public interface Restrictions {

    /** A bar that holds: on an account, or on everybody of an organisation. */
    record Bar(
            UUID id,
            Optional<UUID> account,
            Optional<UUID> organisation,
            String reason,
            UUID declaredBy,
            Instant declaredAt) {}

    /** Bars an account; others of its office keep their sight by name. The reason is a code of the pack. */
    void barAccount(Subject subject, UUID account, String reason);

    /** Bars everybody of an organisation. */
    void barOrganisation(Subject subject, UUID organisation, String reason);

    /** Lifts a bar. What it ended does not come back by itself. */
    void lift(Subject subject, UUID bar);

    /** Ends what offices hold on the subject, and all who hold less than the whole; the viewer keeps it by name. Doing it twice changes nothing. */
    void seal(Subject subject);

    /** Lets offices be granted the subject again. */
    void unseal(Subject subject);

    boolean isSealed(Subject subject);

    /** Whether a bar keeps this account from the subject, by itself or with its whole organisation. */
    boolean isBarred(UUID account, Subject subject);

    /** Bars that hold, for those who may see the whole subject. */
    List<Bar> bars(Viewer viewer, Subject subject);
}
