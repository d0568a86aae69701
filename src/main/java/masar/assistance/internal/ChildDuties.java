package masar.assistance.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import masar.access.Steward;
import masar.assistance.internal.ChildBook.Standing;
import masar.casefile.AgeKnown;
import masar.casefile.CaseDuties;
import masar.casefile.CaseDuties.Duty;
import masar.casefile.CaseReopened;
import masar.casefile.Childhood;
import masar.casefile.ClosureGate;
import masar.casefile.GuardianRule;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a child's case still lacks, as duties of its owner and as a gate before its closure. Looked at with the eyes of the
 * steward of ways: whoever writes down an age need not see the guardian.
 */
@Component
@Transactional
class ChildDuties implements ClosureGate, GuardianRule {

    static final String GUARDIAN = "guardian";
    static final String ASSESSMENT = "best-interests-assessment";
    static final String REVIEW = "best-interests-review";

    private static final String PAGE = "child";

    private final ChildBook book;
    private final CaseDuties duties;
    private final Childhood childhood;
    private final Procedures procedures;
    private final Steward steward;
    private final InstantSource clock;

    ChildDuties(
            ChildBook book,
            CaseDuties duties,
            Childhood childhood,
            Procedures procedures,
            Steward steward,
            InstantSource clock) {
        this.book = book;
        this.duties = duties;
        this.childhood = childhood;
        this.procedures = procedures;
        this.steward = steward;
        this.clock = clock;
    }

    @EventListener
    void ageKnown(AgeKnown fact) {
        lay(fact.caseId(), childhood.isTreatedAsChild(fact.caseId(), fact.age()));
    }

    /** Duties end with the case; whoever opens it again finds them laid out. */
    @EventListener
    void reopened(CaseReopened fact) {
        lay(fact.caseId(), childhood.isTreatedAsChild(CurrentViewer.get().orElseThrow(), fact.caseId()));
    }

    private void lay(CaseId id, boolean child) {
        if (child) {
            layGuardian(id);
            layAssessment(id);
        } else {
            close(id, GUARDIAN);
            close(id, ASSESSMENT);
            close(id, REVIEW);
        }
    }

    /** A guardian is to be named, unless one counts or a supervisor said why there is none. */
    void layGuardian(CaseId id) {
        if (hasGuardian(id)) {
            close(id, GUARDIAN);
        } else {
            open(id, GUARDIAN, "assistance.task.guardian", procedures.due(GUARDIAN));
        }
    }

    /** The first assessment, or the review of the latest. */
    void layAssessment(CaseId id) {
        Optional<Instant> review = look(() -> book.reviewDue(id));
        if (review.isEmpty()) {
            open(id, ASSESSMENT, "assistance.task.best.interests", procedures.due(ASSESSMENT));
            return;
        }
        close(id, ASSESSMENT);
        close(id, REVIEW);
        open(id, REVIEW, "assistance.task.best.interests.review", review.get());
    }

    /** When what is assessed now must be looked at again. */
    Instant reviewDue() {
        return procedures.due(REVIEW);
    }

    private boolean hasGuardian(CaseId id) {
        return look(() -> book.isWaived(id) || book.standings(id).stream().anyMatch(ChildDuties::counts));
    }

    private static boolean counts(Standing guardian) {
        return !guardian.suspected() && !guardian.ended();
    }

    @Override
    public void refuseUnlessMayClose(Viewer viewer, CaseId id, String reason) {
        if (childhood.isTreatedAsChild(viewer, id)) {
            Refused.unless(hasGuardian(id), "assistance.refused.child.guardian");
            Refused.unless(look(() -> book.reviewDue(id)).isPresent(), "assistance.refused.child.assessment");
        }
    }

    @Override
    public boolean mayConsent(CaseId id) {
        var current = look(() -> book.standings(id)).stream()
                .filter(guardian -> !guardian.ended())
                .toList();
        return current.isEmpty() || current.stream().anyMatch(ChildDuties::counts);
    }

    private void open(CaseId id, String step, String words, Instant dueAt) {
        duties.open(id, new Duty(step, Optional.empty(), words, PAGE, Role.CASE_MANAGER, clock.instant(), dueAt));
    }

    private void close(CaseId id, String step) {
        duties.close(id, step, Optional.empty());
    }

    private <T> T look(java.util.function.Supplier<T> work) {
        return steward.as(Steward.WAY, work);
    }
}
