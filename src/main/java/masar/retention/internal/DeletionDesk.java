package masar.retention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Grants;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.EndedCases;
import masar.country.Countries;
import masar.retention.Deletions;
import masar.retention.EndedRecord;
import masar.retention.internal.DeletionBook.Deletion;
import masar.sealing.Erasure;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a record: one person proposes, another confirms, and the keys are destroyed in the same breath. */
@Component
@Transactional
class DeletionDesk implements Deletions {

    /** The reason for which the period must be over; every other is the person's right or somebody's order. */
    static final String PERIOD_OVER = "period-over";

    private final Keeping keeping;
    private final HoldBook holds;
    private final DeletionBook book;
    private final DueBook due;
    private final DeletionTasks tasks;
    private final Erasure erasure;
    private final Around around;
    private final RetentionRules rules;

    DeletionDesk(
            Keeping keeping,
            HoldBook holds,
            DeletionBook book,
            DueBook due,
            DeletionTasks tasks,
            Erasure erasure,
            Around around,
            RetentionRules rules) {
        this.keeping = keeping;
        this.holds = holds;
        this.book = book;
        this.due = due;
        this.tasks = tasks;
        this.erasure = erasure;
        this.around = around;
        this.rules = rules;
    }

    /** What a deletion touches beside the record. */
    @Component("retentionSurroundings")
    record Around(
            Cases cases,
            EndedCases ended,
            Chronology chronology,
            Grants grants,
            Audit audit,
            Countries countries,
            InstantSource clock) {}

    /** The first person: a supervisor of the organisation that owns the record. */
    UUID propose(Viewer viewer, Subject subject, String reason, String note) {
        CurrentViewer.require(viewer);
        Refused.unless(book.of(subject).isEmpty(), "retention.refused.proposed");
        refuseWhere(obstacles(subject));
        var record = keeping.ended(subject).orElseThrow(Refused::notFound);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(record.organisation()),
                "retention.refused.first");
        refuseTooEarly(record, reason);
        return begun(viewer, subject, reason, book.propose(viewer, record, reason, note));
    }

    private UUID begun(Viewer viewer, Subject subject, String reason, UUID id) {
        tasks.open(viewer, book.find(id).orElseThrow());
        chronicle(subject, "retention.proposed", reason);
        around.audit().done(subject, "retention.propose");
        return id;
    }

    @Override
    public UUID wished(Viewer viewer, Subject subject, String reason) {
        CurrentViewer.require(viewer);
        refuseWhere(obstacles(subject));
        var record = keeping.ended(subject).orElseThrow(Refused::notFound);
        UUID id = keeping.wish(() -> book.propose(viewer, record, reason, ""));
        keeping.wholeWithParts(subject).stream()
                .filter(part -> !part.equals(subject))
                .forEach(around.grants()::endAll);
        return begun(viewer, subject, reason, id);
    }

    /** The proposal is taken back, or the second person says no. */
    void withdraw(Viewer viewer, UUID id) {
        var deletion = watched(viewer, id);
        tasks.close(viewer, deletion);
        chronicle(deletion.subject(), "retention.withdrawn", deletion.reason());
        around.audit().done(deletion.subject(), "retention.withdraw");
        book.become(viewer, deletion, DeletionBook.WITHDRAWN);
    }

    /** The second person: never the first, never who managed the case. There is no way back. */
    void confirm(Viewer viewer, UUID id) {
        var deletion = watched(viewer, id);
        Refused.unless(!deletion.proposedBy().equals(viewer.account()), "retention.refused.own.proposal");
        Subject subject = deletion.subject();
        Refused.unless(!manages(viewer, subject), "retention.refused.manager");
        refuseWhere(obstacles(subject));
        var record = keeping.ended(subject).orElseThrow(Refused::notFound);
        refuseTooEarly(record, deletion.reason());
        List<Subject> all = keeping.wholeWithParts(subject);
        around.audit().done(subject, "retention.erase");
        due.remove(subject);
        all.forEach(due::remove);
        book.become(viewer, deletion, DeletionBook.ERASED);
        for (int number = 0; number < all.size(); number++) {
            book.certify(id, number, erasure.erase(viewer, all.get(number), deletion.reason(), deletion.proposedBy()));
        }
    }

    /** Why the record cannot be erased now, each a message key; empty when it can. */
    @Transactional(readOnly = true)
    List<String> obstacles(Subject subject) {
        var found = new ArrayList<>(keeping.obstacles(subject));
        if (holds.isHeld(subject)) {
            found.addFirst("retention.refused.held");
        }
        return found;
    }

    /** The parts that would be destroyed, by their kinds. */
    @Transactional(readOnly = true)
    List<Subject> parts(Subject subject) {
        return keeping.wholeWithParts(subject);
    }

    @Transactional(readOnly = true)
    Optional<EndedRecord> ended(Subject subject) {
        return keeping.ended(subject);
    }

    @Transactional(readOnly = true)
    Optional<Deletion> standing(Subject subject) {
        return book.of(subject);
    }

    /** When the period of this record is over. */
    Instant over(EndedRecord record) {
        return rules.of(record.recordClass())
                .over(record.since(), around.countries().current().calendar().zone());
    }

    static boolean maySecond(Viewer viewer, Deletion deletion) {
        return viewer.holds(Role.COORDINATOR)
                || (viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(deletion.organisation()));
    }

    private Deletion watched(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var deletion = book.find(id).orElseThrow(Refused::notFound);
        Refused.unless(maySecond(viewer, deletion), "retention.refused.second");
        Refused.unless(deletion.isOpen(), "retention.refused.decided");
        return deletion;
    }

    private boolean manages(Viewer viewer, Subject subject) {
        return subject.kind().equals("case")
                && keeping.look(() -> around.ended().ended(new CaseId(subject.id())))
                        .flatMap(EndedCases.EndedCase::manager)
                        .filter(viewer.account()::equals)
                        .isPresent();
    }

    private void refuseTooEarly(EndedRecord record, String reason) {
        boolean over = !over(record).isAfter(around.clock().instant());
        Refused.unless(over || !reason.equals(PERIOD_OVER), "retention.refused.too.early");
    }

    private static void refuseWhere(List<String> obstacles) {
        Refused.unless(obstacles.isEmpty(), obstacles.isEmpty() ? "" : obstacles.getFirst());
    }

    private void chronicle(Subject subject, String act, String reason) {
        if (subject.kind().equals("case")) {
            around.chronology().add(new CaseId(subject.id()), act, Optional.of(reason));
        }
    }
}
