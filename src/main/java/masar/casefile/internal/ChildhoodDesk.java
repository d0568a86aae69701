package masar.casefile.internal;

import java.util.Map;
import masar.access.Depth;
import masar.casefile.AgeStatus;
import masar.casefile.Childhood;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.procedure.Way;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class ChildhoodDesk implements Childhood {

    private static final String TABLE = "child";

    private final CaseDesk cases;
    private final PersonStore people;
    private final Procedures procedures;
    private final Decisions decisions;

    ChildhoodDesk(CaseDesk cases, PersonStore people, Procedures procedures, Decisions decisions) {
        this.cases = cases;
        this.people = people;
        this.procedures = procedures;
        this.decisions = decisions;
    }

    @Override
    public boolean isTreatedAsChild(Viewer viewer, CaseId id) {
        var record = cases.visible(viewer, id, Depth.SUMMARY);
        return isTreatedAsChild(id, people.ageToday(people.find(id, record.person)));
    }

    /** A case whose way has not begun yet is asked about under today's edition. */
    @Override
    public boolean isTreatedAsChild(CaseId id, AgeStatus age) {
        var edition = procedures
                .way(CurrentViewer.get().orElseThrow(), id.subject())
                .map(Way::edition)
                .orElseGet(procedures::currentEdition);
        return decisions
                .decide(edition.id(), TABLE, Map.of("ageStatus", age.code()))
                .flag(TABLE);
    }
}
