package masar.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;

/** Tasks: opened and closed by the procedure, read by those who must do them. */
public interface Worklist {

    /** Opens the task unless the same one is open already. */
    void open(Task task);

    /** Closes the open task of this step, if there is one. */
    void close(Subject subject, String step, Optional<UUID> item, UUID doneBy);

    /** Closes whatever is open about the subject; the way has ended. */
    void closeAll(Subject subject, UUID doneBy);

    /** Hands the office's open tasks of this subject and organisation to one person. */
    void take(Subject subject, UUID organisation, UUID account);

    /** Gives what this account took back to its office. */
    void giveBack(Subject subject, UUID account);

    /** Whether anything is open about the subject. */
    boolean anyOpen(Subject subject);

    /** Open tasks of a subject, the most urgent first; whoever may see the subject may see whose turn it is. */
    List<Task> openOn(Viewer viewer, Subject subject);
}
