package masar.sealing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/** Erasing by destroying keys: what was sealed stays where it is and nobody can read it any more. */
public interface Erasure {

    /**
     * Destroys every key of the subject, in the transaction of the act; indexes hear of it by {@link SubjectErased}.
     * Who may decide this is for the caller to know; two different people are needed here.
     *
     * @param reason code
     * @param second the account that agreed beforehand
     */
    ErasureCertificate erase(Viewer viewer, Subject subject, String reason, UUID second);

    /** The certificate of a subject, if it was erased. */
    Optional<ErasureCertificate> certificate(Viewer viewer, Subject subject);

    /** Every erasure, the oldest first: the ledger that is kept outside and replayed after a restore. */
    List<ErasureCertificate> ledger();

    /** Erases again, after a restore, what the ledger names; returns how many subjects had come back. */
    int replay(List<ErasureCertificate> ledger);
}
