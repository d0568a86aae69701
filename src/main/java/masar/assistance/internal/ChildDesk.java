package masar.assistance.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.assistance.ChildProtection;
import masar.assistance.internal.ChildBook.Standing;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Childhood;
import masar.casefile.Chronology;
import masar.shared.CaseId;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ChildDesk implements ChildProtection {

    private final ChildBook book;
    private final ChildDuties duties;
    private final Cases cases;
    private final Childhood childhood;
    private final Chronology chronology;
    private final Audit audit;
    private final InstantSource clock;
    private final Moments moments;

    ChildDesk(
            ChildBook book,
            ChildDuties duties,
            Cases cases,
            Childhood childhood,
            Chronology chronology,
            Audit audit,
            InstantSource clock,
            Moments moments) {
        this.book = book;
        this.duties = duties;
        this.cases = cases;
        this.childhood = childhood;
        this.chronology = chronology;
        this.audit = audit;
        this.clock = clock;
        this.moments = moments;
    }

    /** Justice never reads assistance, whatever it was granted. */
    static boolean mayRead(Viewer viewer) {
        return viewer.organisationKind() != OrganisationKind.JUSTICE;
    }

    static boolean mayWrite(Viewer viewer, CaseCard card) {
        return mayRead(viewer) && card.sees(Depth.FULL) && viewer.organisation().equals(card.owner()) && card.isOpen();
    }

    @Override
    public UUID nameGuardian(Viewer viewer, CaseId id, Named guardian) {
        writable(viewer, id);
        UUID named = book.add(viewer, id, guardian, clock.instant());
        duties.layGuardian(id);
        tell(id, "guardian.named");
        return named;
    }

    @Override
    public void suspect(Viewer viewer, CaseId id, UUID guardian, String reason) {
        var known = standing(viewer, id, guardian);
        Refused.unless(!known.suspected(), "assistance.refused.guardian.suspected");
        book.change(viewer, id, known, "suspected", today(), reason, clock.instant());
        relay(viewer, id);
        tell(id, "guardian.suspected");
    }

    @Override
    public void clear(Viewer viewer, CaseId id, UUID guardian, String reason) {
        var known = standing(viewer, id, guardian);
        Refused.unless(known.suspected(), "assistance.refused.guardian.not.suspected");
        book.change(viewer, id, known, "cleared", today(), reason, clock.instant());
        relay(viewer, id);
        tell(id, "guardian.cleared");
    }

    @Override
    public void end(Viewer viewer, CaseId id, UUID guardian, LocalDate on, String reason) {
        var known = standing(viewer, id, guardian);
        Refused.unless(!on.isAfter(today()), "assistance.refused.future");
        book.change(viewer, id, known, "ended", on, reason, clock.instant());
        relay(viewer, id);
        tell(id, "guardian.ended");
    }

    @Override
    public void waiveGuardian(Viewer viewer, CaseId id, String reason) {
        var card = readable(viewer, id);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()),
                "assistance.refused.supervisor.waives");
        Refused.unless(!card.state().equals("closed"), "casefile.refused.closed");
        Refused.unless(!reason.isBlank(), "assistance.refused.waiver.reason");
        book.waive(viewer, id, reason, clock.instant());
        duties.layGuardian(id);
        tell(id, "guardian.waived");
    }

    @Override
    public UUID assess(Viewer viewer, CaseId id, Assessed assessment) {
        writable(viewer, id);
        Refused.unless(!assessment.on().isAfter(today()), "assistance.refused.future");
        UUID made = book.add(viewer, id, assessment, duties.reviewDue(), clock.instant());
        duties.layAssessment(id);
        chronology.add(id, "assistance.best-interests", Optional.of(assessment.outcome()));
        audit.done(id.subject(), "assistance.best-interests");
        return made;
    }

    @Override
    @Transactional(readOnly = true)
    public ChildFile of(Viewer viewer, CaseId id) {
        readable(viewer, id);
        return new ChildFile(
                childhood.isTreatedAsChild(viewer, id), book.guardians(id), book.waiver(id), book.assessments(id));
    }

    LocalDate today() {
        return moments.today();
    }

    /** A guardian who does not count any more, or does again, changes what a child's case lacks. */
    private void relay(Viewer viewer, CaseId id) {
        if (childhood.isTreatedAsChild(viewer, id)) {
            duties.layGuardian(id);
        }
    }

    private Standing standing(Viewer viewer, CaseId id, UUID guardian) {
        writable(viewer, id);
        var known = book.standings(id).stream()
                .filter(each -> each.id().equals(guardian))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Refused.unless(!known.ended(), "assistance.refused.guardian.ended");
        return known;
    }

    private CaseCard readable(Viewer viewer, CaseId id) {
        Refused.unless(mayRead(viewer), "shell.refused.not.found");
        return cases.card(viewer, id, Depth.FULL);
    }

    private void writable(Viewer viewer, CaseId id) {
        var card = readable(viewer, id);
        Refused.unless(viewer.organisation().equals(card.owner()), "assistance.refused.not.owner");
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
    }

    private void tell(CaseId id, String act) {
        chronology.add(id, "assistance." + act, Optional.empty());
        audit.done(id.subject(), "assistance." + act);
    }
}
