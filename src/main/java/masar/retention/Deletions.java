package masar.retention;

import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/** Ends of records that begin elsewhere than on the pages of retention. */
public interface Deletions {

    /**
     * Proposes the end of a record that is over because the person it is about wishes it; another person must confirm
     * it. From now on its parts are closed to everybody. Who may say so is for the caller to know.
     *
     * @param reason code of the word list deletion-reason
     * @return id of the proposal, and of the certificate to come
     */
    UUID wished(Viewer viewer, Subject subject, String reason);
}
