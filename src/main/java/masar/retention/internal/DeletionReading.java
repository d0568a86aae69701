package masar.retention.internal;

import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.retention.internal.DeletionBook.Deletion;
import masar.retention.internal.DeletionBook.Line;
import masar.retention.internal.DueBook.Due;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is due, proposals and certificates, as far as the viewer may know, and enters that it was read. */
@Component
@Transactional
class DeletionReading {

    private final DueBook due;
    private final DeletionBook deletions;
    private final Audit audit;

    DeletionReading(DueBook due, DeletionBook deletions, Audit audit) {
        this.due = due;
        this.deletions = deletions;
        this.audit = audit;
    }

    Due due(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var found = due.find(id).orElseThrow(Refused::notFound);
        audit.read(found.subject(), "retention.due");
        return found;
    }

    /** A proposal nobody has decided yet. */
    Deletion proposal(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var found = deletions.find(id).filter(Deletion::isOpen).orElseThrow(Refused::notFound);
        audit.read(found.subject(), "retention.proposal");
        return found;
    }

    Deletion certificate(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var found = deletions.find(id).filter(Deletion::isErased).orElseThrow(Refused::notFound);
        audit.read(found.subject(), "retention.certificate");
        return found;
    }

    @Transactional(readOnly = true)
    List<Line> lines(UUID deletion) {
        return deletions.lines(deletion);
    }
}
