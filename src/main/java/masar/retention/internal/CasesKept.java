package masar.retention.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import masar.access.Steward;
import masar.casefile.EndedCases;
import masar.casefile.EndedCases.EndedCase;
import masar.retention.EndedRecord;
import masar.retention.Kept;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Subject;
import masar.worklist.Worklist;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases, told for the case file, which lies below. */
@Component
@Order(0)
class CasesKept implements Kept {

    private final EndedCases cases;
    private final Worklist worklist;
    private final Steward steward;
    private final ObjectProvider<Kept> others;

    CasesKept(EndedCases cases, Worklist worklist, Steward steward, ObjectProvider<Kept> others) {
        this.cases = cases;
        this.worklist = worklist;
        this.steward = steward;
        this.others = others;
    }

    @Override
    public List<EndedRecord> endedBefore(Instant moment, int atMost) {
        return cases.before(moment, atMost).stream().map(this::told).toList();
    }

    @Override
    public Optional<EndedRecord> ended(Subject subject) {
        return subject.kind().equals("case")
                ? cases.ended(new CaseId(subject.id())).map(this::told)
                : Optional.empty();
    }

    @Override
    public List<String> obstacles(Subject whole) {
        var found = new ArrayList<String>();
        if (whole.kind().equals("case") && cases.ended(new CaseId(whole.id())).isEmpty()) {
            found.add("retention.refused.not.closed");
        }
        var viewer = CurrentViewer.get().orElseThrow();
        boolean open = steward.as(Steward.WAY, () -> worklist.openOn(viewer, whole)).stream()
                .anyMatch(task -> !task.step().equals(DeletionTasks.STEP));
        if (open) {
            found.add("retention.refused.tasks.open");
        }
        return found;
    }

    private EndedRecord told(EndedCase each) {
        var subject = each.id().subject();
        String recordClass = others.stream()
                .flatMap(other -> other.classOfCase(subject).stream())
                .findFirst()
                .orElse(RetentionRules.CLOSED_CASE);
        return new EndedRecord(
                subject, each.code(), each.owner(), recordClass, each.openedAt(), each.closedAt(), each.reason());
    }
}
