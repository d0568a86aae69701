package masar.screening.internal;

import masar.access.Restrictions;
import masar.casefile.CaseSealed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What closes a case closes its interviews in the same breath. */
@Component
class InterviewSeals {

    private final InterviewStore interviews;
    private final Restrictions restrictions;

    InterviewSeals(InterviewStore interviews, Restrictions restrictions) {
        this.interviews = interviews;
        this.restrictions = restrictions;
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
}
