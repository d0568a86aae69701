package masar.audit;

import java.util.List;
import masar.shared.Subject;
import masar.shared.Viewer;

/** The trail of reads and writes. An entry belongs to the transaction of the act it tells of. */
public interface Audit {

    /** The current viewer read something about this subject; {@code what} names the page or part, as a code. */
    void read(Subject subject, String what);

    /** The current viewer did something; {@code act} is a code such as {@code referral.accept}. */
    void done(Subject subject, String act);

    /**
     * The current viewer, or nobody known, was refused; {@code reason} is the key of the refusal. Written in a
     * transaction of its own, after the refused one has been rolled back.
     */
    void refused(Subject subject, String act, String reason);

    /** The last entries about a subject, newest first, for those who may see its log. */
    List<AuditEntry> about(Viewer viewer, Subject subject, int atMost);

    /** The last entries of all, newest first; for an auditor only. */
    List<AuditEntry> latest(Viewer viewer, int atMost);
}
