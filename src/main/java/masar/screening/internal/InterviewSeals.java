package masar.screening.internal;

import masar.access.Restrictions;
import masar.access.Steward;
import masar.casefile.CaseSealed;
import masar.casefile.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What closes a case closes its interviews in the same breath. */
@Component
class InterviewSeals {

    private final InterviewStore interviews;
    private final Restrictions restrictions;
    private final Steward steward;

    InterviewSeals(InterviewStore interviews, Restrictions restrictions, Steward steward) {
        this.interviews = interviews;
        this.restrictions = restrictions;
        this.steward = steward;
    }

    @EventListener
    void close(CaseSealed fact) {
        for (Interview interview : interviews.of(fact.caseId())) {
            fact.organisation()
                    .ifPresentOrElse(
                            concerned -> restrictions.barOrganisation(interview.subject(), concerned, fact.reason()),
                            () -> restrictions.seal(interview.subject()));
        }
    }

    @EventListener
    void close(Recused fact) {
        var closed = steward.as(Steward.WAY, () -> interviews.of(fact.caseId()));
        closed.forEach(interview -> restrictions.barAccount(interview.subject(), fact.account(), fact.reason()));
    }
}
