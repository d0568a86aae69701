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

    InventedCaseWork(CaseDesk desk) {
        this.desk = desk;
    }

    public CaseId take(Viewer manager, CaseId id) {
        desk.take(manager, id);
        return id;
    }
}
