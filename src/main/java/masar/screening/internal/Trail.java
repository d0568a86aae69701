package masar.screening.internal;

import java.util.Optional;
import masar.audit.Audit;
import masar.casefile.Chronology;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.stereotype.Component;

/** What every act of this module leaves behind: a line in the chronology and an entry in the audit. */
@Component
class Trail {

    private final Chronology chronology;
    private final Audit audit;

    Trail(Chronology chronology, Audit audit) {
        this.chronology = chronology;
        this.audit = audit;
    }

    /** An act that belongs to the history of the case; {@code act} such as {@code interview.begun}. */
    void tell(CaseId id, Subject about, String act, Optional<String> detail) {
        chronology.add(id, act, detail);
        audit.done(about, "screening." + act);
    }

    /** An act too small for the chronology. */
    void note(Subject about, String act) {
        audit.done(about, "screening." + act);
    }

    void read(Subject about, String what) {
        audit.read(about, "screening." + what);
    }
}
