package masar.benchmarks;

import java.util.List;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Enters nothing, so that a drill can say what the trail costs. It lives among the tests and cannot ship. */
@Component
@Primary
@ConditionalOnProperty("masar.drill.unaudited")
class WithoutAudit implements Audit {

    @Override
    public void read(Subject subject, String what) {}

    @Override
    public void done(Subject subject, String act) {}

    @Override
    public void refused(Subject subject, String act, String reason) {}

    @Override
    public List<AuditEntry> about(Viewer viewer, Subject subject, AuditFilter filter) {
        return List.of();
    }

    @Override
    public List<AuditEntry> all(Viewer viewer, AuditFilter filter) {
        return List.of();
    }
}
