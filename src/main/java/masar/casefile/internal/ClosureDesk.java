package masar.casefile.internal;

import java.util.List;
import java.util.Optional;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.audit.Audit;
import masar.casefile.CaseClosed;
import masar.casefile.CaseDeclined;
import masar.casefile.CaseReopened;
import masar.casefile.Chronology;
import masar.casefile.ClosureFact;
import masar.casefile.DeclinedCases;
import masar.casefile.internal.ClosureBook.ClosureLine;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a case: asked for by its manager, approved by a supervisor, and undone by reopening. */
@Component
@Transactional
class ClosureDesk implements DeclinedCases {

    /** Code of the word list closure-reason. */
    private static final String WITHDREW = "withdrew";

    private final CaseDesk cases;
    private final CaseStore store;
    private final Procedures procedures;
    private final Chronology chronology;
    private final Audit audit;
    private final Around around;
    private final ClosureBook book;
    private final ClosureTerms terms;

    ClosureDesk(
            CaseDesk cases,
            CaseStore store,
            Procedures procedures,
            Chronology chronology,
            Audit audit,
            Around around,
            ClosureBook book,
            ClosureTerms terms) {
        this.cases = cases;
        this.store = store;
        this.procedures = procedures;
        this.chronology = chronology;
        this.audit = audit;
        this.around = around;
        this.book = book;
        this.terms = terms;
    }

    /** Who hears of a closure, and who writes it where the viewer may not. */
    @Component("casefileAroundClosure")
    record Around(ApplicationEventPublisher events, Steward steward) {}

    /** @param contact what the person says about being contacted afterwards, see {@link ClosureTerms#contact} */
    void request(Viewer viewer, CaseId id, String reason, String note, String contact) {
        var record = cases.visible(viewer, id, Depth.FULL);
        Refused.unless(viewer.account().equals(record.manager), "casefile.refused.manager.closes");
        Refused.unless(record.state.equals(CaseRecord.OPEN), "casefile.refused.not.open");
        terms.refuseUnlessMayClose(viewer, id, reason);
        terms.contact(viewer, id, contact);
        record.requestClosure();
        keep(viewer, record, "requested", reason, note);
        tell(viewer, record, "request-closure", "requested");
    }

    void approve(Viewer viewer, CaseId id, String note) {
        var record = bySupervisor(viewer, id);
        record.approveClosure();
        String reason = book.lastReason(id);
        terms.refuseUnlessMayClose(viewer, id, reason);
        keep(viewer, record, "approved", reason, note);
        tell(viewer, record, "approve-closure", "approved");
        around.events().publishEvent(new CaseClosed(id, reason));
    }

    void sendBack(Viewer viewer, CaseId id, String note) {
        var record = bySupervisor(viewer, id);
        record.sendBack();
        keep(viewer, record, "sent-back", book.lastReason(id), note);
        tell(viewer, record, "approve-closure", "sent-back");
    }

    @Override
    public void decline(Viewer viewer, CaseId id) {
        var record = cases.visible(viewer, id, Depth.SUMMARY);
        record.decline();
        around.steward().as(Steward.WAY, () -> keep(viewer, record, "approved", WITHDREW, ""));
        around.events().publishEvent(new CaseDeclined(id));
    }

    void reopen(Viewer viewer, CaseId id, String note) {
        var record = cases.visible(viewer, id, Depth.FULL);
        boolean mayReopen = viewer.organisation().equals(record.owner)
                && (viewer.holds(Role.SUPERVISOR) || viewer.account().equals(record.manager));
        Refused.unless(mayReopen, "casefile.refused.owner.reopens");
        record.reopen();
        keep(viewer, record, "reopened", "other", note);
        if (record.manager == null) {
            offerAgain(record);
        }
        procedures.reopenAt("follow-up", id.subject(), record.owner, viewer);
        around.events().publishEvent(new CaseReopened(id));
    }

    /** Closed as declined, it was closed to its own office too: there somebody may take it again. */
    private void offerAgain(CaseRecord record) {
        cases.share(
                new CaseId(record.id), Grants.officeKey(record.owner, Role.CASE_MANAGER), Depth.EXISTENCE, "ownership");
    }

    @Transactional(readOnly = true)
    List<ClosureLine> history(Viewer viewer, CaseId id) {
        cases.visible(viewer, id, Depth.FULL);
        return book.of(id);
    }

    private CaseRecord bySupervisor(Viewer viewer, CaseId id) {
        var record = cases.visible(viewer, id, Depth.FULL);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(record.owner),
                "casefile.refused.supervisor.closes");
        Refused.unless(!viewer.account().equals(record.manager), "casefile.refused.own.closure");
        return record;
    }

    private void keep(Viewer viewer, CaseRecord record, String act, String reason, String note) {
        store.save(record);
        book.add(viewer, new CaseId(record.id), act, reason, note);
        chronology.add(new CaseId(record.id), "closure." + act, Optional.of(reason));
        audit.done(new CaseId(record.id).subject(), "casefile.closure." + act);
    }

    private void tell(Viewer viewer, CaseRecord record, String step, String outcome) {
        around.events()
                .publishEvent(new ClosureFact(
                        new CaseId(record.id),
                        step,
                        outcome,
                        viewer.account(),
                        viewer.organisation(),
                        Optional.of(record.owner)));
    }
}
