package masar.identification.internal;

import java.util.Optional;
import masar.audit.Audit;
import masar.casefile.Chronology;
import masar.shared.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every act of this module leaves behind. */
@Component
class IdentificationTrail {

    private final Chronology chronology;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    IdentificationTrail(Chronology chronology, Audit audit, ApplicationEventPublisher events) {
        this.chronology = chronology;
        this.audit = audit;
        this.events = events;
    }

    /** An act that belongs to the history of the case; {@code act} such as {@code identification.reflection.extended}. */
    void tell(CaseId id, String act, Optional<String> detail) {
        chronology.add(id, act, detail);
        audit.done(id.subject(), act);
    }

    /** A line of the chronology whose entry in the audit has words of its own. */
    void tell(CaseId id, String act, Optional<String> detail, String audited) {
        chronology.add(id, act, detail);
        audit.done(id.subject(), audited);
    }

    void read(CaseId id, String what) {
        audit.read(id.subject(), what);
    }

    void publish(Object fact) {
        events.publishEvent(fact);
    }
}
