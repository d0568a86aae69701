package masar.casefile.internal;

import java.util.Optional;
import masar.casefile.Chronology;
import masar.shared.CaseId;
import masar.shared.Subject;
import masar.worklist.StepAcknowledged;
import masar.worklist.StepEscalated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in the chronology of a case that a step of it was escalated, and that somebody acts. */
@Component
class DeadlineChronology {

    private final Chronology chronology;

    DeadlineChronology(Chronology chronology) {
        this.chronology = chronology;
    }

    @EventListener
    void escalated(StepEscalated fact) {
        add(fact.subject(), "step.escalated." + fact.level(), fact.step());
    }

    @EventListener
    void acknowledged(StepAcknowledged fact) {
        add(fact.subject(), "step.acknowledged", fact.step());
    }

    private void add(Subject subject, String act, String step) {
        if (subject.kind().equals("case")) {
            chronology.add(new CaseId(subject.id()), act, Optional.of(step));
        }
    }
}
