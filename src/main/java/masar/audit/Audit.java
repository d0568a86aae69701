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

    /**
     * The log of a subject and of what belongs to it, newest first. Opens only as the {@link LogRule} of its kind says;
     * refused as not found otherwise, and for a kind without a rule. Reading a log is itself an entry.
     */
    List<AuditEntry> about(Viewer viewer, Subject subject, AuditFilter filter);

    /** Entries of all, newest first; for an auditor only, and itself an entry. */
    List<AuditEntry> all(Viewer viewer, AuditFilter filter);
}
