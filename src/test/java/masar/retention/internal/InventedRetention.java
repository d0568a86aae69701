package masar.retention.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.retention.internal.DeletionBook.Deletion;
import masar.retention.internal.DeletionBook.Line;
import masar.retention.internal.DueBook.Due;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts of retention that only its pages and its nights offer, done by invented people. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedRetention {

    private final HoldDesk holds;
    private final DeletionDesk deletions;
    private final DeletionBook book;
    private final DueBook due;
    private final NightRound night;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    InventedRetention(
            HoldDesk holds,
            DeletionDesk deletions,
            DeletionBook book,
            DueBook due,
            NightRound night,
            Accounts accounts,
            TransactionTemplate transaction) {
        this.holds = holds;
        this.deletions = deletions;
        this.book = book;
        this.due = due;
        this.night = night;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    public UUID hold(Viewer viewer, CaseId id, String why) {
        return holds.place(viewer, id, "court-order", why, "2026/118");
    }

    public UUID lift(Viewer viewer, CaseId id, UUID hold) {
        holds.lift(viewer, id, hold, "the court closed its file");
        return hold;
    }

    public UUID propose(Viewer viewer, Subject subject, String reason, String note) {
        return deletions.propose(viewer, subject, reason, note);
    }

    public UUID confirm(Viewer viewer, UUID id) {
        deletions.confirm(viewer, id);
        return id;
    }

    public UUID withdraw(Viewer viewer, UUID id) {
        deletions.withdraw(viewer, id);
        return id;
    }

    public List<String> obstacles(Subject subject) {
        return deletions.obstacles(subject);
    }

    /** What the viewer sees as due. */
    public List<Due> due() {
        return transaction.execute(status -> due.all());
    }

    public Deletion deletion(UUID id) {
        return transaction.execute(status -> book.find(id).orElseThrow());
    }

    public List<Line> lines(UUID id) {
        return transaction.execute(status -> book.lines(id));
    }

    public void nightFalls() {
        CurrentViewer.run(accounts.system(night.name()), night::run);
    }
}
