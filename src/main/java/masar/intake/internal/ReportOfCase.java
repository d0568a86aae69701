package masar.intake.internal;

import java.util.Collection;
import java.util.UUID;
import masar.casefile.CaseParts;
import masar.shared.CaseId;
import org.springframework.stereotype.Component;

/** The report behind a case, for its log. */
@Component
class ReportOfCase implements CaseParts {

    private final ReportStore reports;

    ReportOfCase(ReportStore reports) {
        this.reports = reports;
    }

    @Override
    public Collection<UUID> of(CaseId id) {
        return reports.findByCaseId(id.value()).map(report -> report.id).stream()
                .toList();
    }
}
