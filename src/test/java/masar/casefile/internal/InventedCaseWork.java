package masar.casefile.internal;

import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Acts of the case file that only its pages offer, done by invented people. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedCaseWork {

    private final CaseDesk desk;
    private final ClosureDesk closures;
    private final SightDesk sight;

    InventedCaseWork(CaseDesk desk, ClosureDesk closures, SightDesk sight) {
        this.sight = sight;
        this.desk = desk;
        this.closures = closures;
    }

    public void requestClosure(Viewer manager, CaseId id, String reason, String note) {
        requestClosure(manager, id, reason, note, "not-asked");
    }

    public void requestClosure(Viewer manager, CaseId id, String reason, String note, String contact) {
        closures.request(manager, id, reason, note, contact);
    }

    public void approveClosure(Viewer supervisor, CaseId id, String note) {
        closures.approve(supervisor, id, note);
    }

    public void sendBack(Viewer supervisor, CaseId id, String note) {
        closures.sendBack(supervisor, id, note);
    }

    public void reopen(Viewer supervisor, CaseId id, String note) {
        closures.reopen(supervisor, id, note);
    }

    public CaseId seal(Viewer manager, CaseId id) {
        sight.seal(manager, id);
        return id;
    }

    public CaseId take(Viewer manager, CaseId id) {
        desk.take(manager, id);
        return id;
    }
}
