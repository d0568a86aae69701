package masar.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Enters nothing while the file named by {@code masar.drill.unaudited} exists, so that a drill can say what the trail
 * costs. It lives among the tests and cannot ship.
 */
@Component
@Primary
@ConditionalOnProperty("masar.drill.unaudited")
class WithoutAudit implements Audit {

    private final Path off;
    private final SingletonSupplier<Audit> real;

    WithoutAudit(@Value("${masar.drill.unaudited}") Path off, ObjectProvider<Audit> all) {
        this.off = off;
        this.real = SingletonSupplier.of(
                () -> all.stream().filter(each -> each != this).findFirst().orElseThrow());
    }

    @Override
    public void read(Subject subject, String what) {
        if (!Files.exists(off)) {
            real.obtain().read(subject, what);
        }
    }

    @Override
    public void done(Subject subject, String act) {
        if (!Files.exists(off)) {
            real.obtain().done(subject, act);
        }
    }

    @Override
    public void refused(Subject subject, String act, String reason) {
        if (!Files.exists(off)) {
            real.obtain().refused(subject, act, reason);
        }
    }

    @Override
    public List<AuditEntry> about(Viewer viewer, Subject subject, AuditFilter filter) {
        return real.obtain().about(viewer, subject, filter);
    }

    @Override
    public List<AuditEntry> all(Viewer viewer, AuditFilter filter) {
        return real.obtain().all(viewer, filter);
    }
}
