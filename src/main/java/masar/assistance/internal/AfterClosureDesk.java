package masar.assistance.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.access.Depth;
import masar.access.Steward;
import masar.assistance.AfterClosure;
import masar.assistance.internal.AfterClosureBook.Row;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.CaseClosed;
import masar.casefile.CaseReopened;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.Consent;
import masar.casefile.ConsentWithdrawn;
import masar.casefile.Consents;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Moments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AfterClosureDesk implements AfterClosure {

    private final AfterClosureBook book;
    private final VisitDuties duties;
    private final Cases cases;
    private final Consents consents;
    private final Rules rules;
    private final Chronology chronology;
    private final Audit audit;
    private final InstantSource clock;

    AfterClosureDesk(
            AfterClosureBook book,
            VisitDuties duties,
            Cases cases,
            Consents consents,
            Rules rules,
            Chronology chronology,
            Audit audit,
            InstantSource clock) {
        this.book = book;
        this.duties = duties;
        this.cases = cases;
        this.consents = consents;
        this.rules = rules;
        this.chronology = chronology;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the edition of a case says about the reason of its closure. */
    @Component("assistanceClosureRules")
    record Rules(Procedures procedures, Decisions decisions, Steward steward, Moments moments) {

        boolean callsForVisits(CaseId id, String reason) {
            String edition = procedures.editionOf(id.subject()).id();
            return decisions
                    .decide(edition, "follow-up", Map.of("closureReason", reason))
                    .flag("visits");
        }
    }

    /** Visits begin only where the person agreed; nothing is laid out otherwise. */
    @EventListener
    void closed(CaseClosed fact) {
        CaseId id = fact.caseId();
        Viewer viewer = CurrentViewer.get().orElseThrow();
        var consent = consents.of(viewer, id).stream()
                .filter(each -> each.covers(Consent.CONTACT_AFTER_CLOSURE))
                .findFirst();
        if (consent.isPresent() && rules.callsForVisits(id, fact.reason())) {
            book.begin(viewer, id, consent.get().id(), clock.instant());
            duties.lay(book.of(id).getFirst(), 1);
            tell(id, "assistance.visits.begun", Optional.empty());
        }
    }

    @EventListener
    void reopened(CaseReopened fact) {
        current(fact.caseId())
                .filter(row -> row.isOpen() || row.isReopeningProposed())
                .ifPresent(row -> {
                    duties.decided(row);
                    end(row, "reopened");
                });
    }

    /** Heard with the eyes of the steward of ways. */
    @EventListener
    void withdrawn(ConsentWithdrawn fact) {
        book.of(fact.caseId()).stream()
                .filter(row -> row.isOpen() && row.consent().equals(fact.consent()))
                .forEach(row -> end(row, "consent-withdrawn"));
    }

    @Override
    public void visit(Viewer viewer, CaseId id, Visited visit) {
        var card = owned(viewer, id);
        Refused.unless(card.state().equals("closed"), "assistance.refused.visit.not.closed");
        var period =
                current(id).filter(Row::isOpen).orElseThrow(() -> Refused.because("assistance.refused.visit.none"));
        Refused.unless(holds(viewer, period), "assistance.refused.visit.consent");
        Refused.unless(!visit.on().isAfter(today()), "assistance.refused.future");
        int number = book.visits(period).size() + 1;
        book.add(viewer, period, number, visit, clock.instant());
        duties.visited(period);
        if (visit.proposesReopening()) {
            book.add(viewer, period, AfterClosureBook.PROPOSED, null, clock.instant());
            duties.propose(period);
        }
        tell(id, "assistance.visit", Optional.of(visit.outcome()));
        if (!duties.lay(period, number + 1)) {
            end(period, "last-visit");
        }
    }

    @Override
    public void declineReopening(Viewer viewer, CaseId id, String reason) {
        owned(viewer, id);
        Refused.unless(viewer.holds(Role.SUPERVISOR), "assistance.refused.supervisor.decides");
        var period = current(id)
                .filter(Row::isReopeningProposed)
                .orElseThrow(() -> Refused.because("assistance.refused.reopening.none"));
        book.add(viewer, period, AfterClosureBook.DECLINED, reason, clock.instant());
        duties.decided(period);
        tell(id, "assistance.reopening.declined", Optional.empty());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Period> of(Viewer viewer, CaseId id) {
        readable(viewer, id);
        return book.of(id).stream().map(this::period).toList();
    }

    LocalDate today() {
        return rules.moments().today();
    }

    private Period period(Row row) {
        var visits = book.visits(row);
        return new Period(
                row.id(),
                row.closedAt(),
                visits,
                row.isOpen() ? duties.due(row, visits.size() + 1) : Optional.empty(),
                row.isReopeningProposed(),
                row.ended());
    }

    private void end(Row period, String why) {
        Viewer by = CurrentViewer.get().orElseThrow();
        rules.steward().as(Steward.WAY, () -> book.add(by, period, why, null, clock.instant()));
        duties.visited(period);
        tell(period.caseId(), "assistance.visits.ended", Optional.of(why));
    }

    private Optional<Row> current(CaseId id) {
        return book.of(id).stream().findFirst();
    }

    private boolean holds(Viewer viewer, Row period) {
        return consents.of(viewer, period.caseId()).stream()
                .anyMatch(each -> each.id().equals(period.consent()) && each.holds());
    }

    private CaseCard readable(Viewer viewer, CaseId id) {
        Refused.unless(ChildDesk.mayRead(viewer), "shell.refused.not.found");
        return cases.card(viewer, id, Depth.FULL);
    }

    private CaseCard owned(Viewer viewer, CaseId id) {
        var card = readable(viewer, id);
        Refused.unless(viewer.organisation().equals(card.owner()), "assistance.refused.not.owner");
        return card;
    }

    private void tell(CaseId id, String act, Optional<String> detail) {
        chronology.add(id, act, detail);
        audit.done(id.subject(), act);
    }
}
