package masar.casefile.internal;

import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets invented people take cases and ask for their closure, as they do on the pages. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class CaseTaking {

    private final CaseDesk cases;
    private final ClosureDesk closures;

    CaseTaking(CaseDesk cases, ClosureDesk closures) {
        this.cases = cases;
        this.closures = closures;
    }

    public void take(Viewer viewer, CaseId id) {
        cases.take(viewer, id);
    }

    public void requestClosure(Viewer viewer, CaseId id, String reason, String note) {
        closures.request(viewer, id, reason, note);
    }

    public void approveClosure(Viewer viewer, CaseId id, String note) {
        closures.approve(viewer, id, note);
    }
}
