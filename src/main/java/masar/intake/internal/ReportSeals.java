package masar.intake.internal;

import masar.access.Restrictions;
import masar.casefile.CaseSealed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What closes a case closes the report behind it in the same breath. */
@Component
class ReportSeals {

    private final ReportStore reports;
    private final Restrictions restrictions;

    ReportSeals(ReportStore reports, Restrictions restrictions) {
        this.reports = reports;
        this.restrictions = restrictions;
    }

    @EventListener
    void close(CaseSealed fact) {
        reports.findByCaseId(fact.caseId().value())
                .ifPresent(report -> fact.organisation()
                        .ifPresentOrElse(
                                concerned -> restrictions.barOrganisation(report.subject(), concerned, fact.reason()),
                                () -> restrictions.seal(report.subject())));
    }
}
