package masar.intake.internal;

import masar.access.Restrictions;
import masar.access.Steward;
import masar.casefile.CaseSealed;
import masar.casefile.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What closes a case closes the report behind it in the same breath. */
@Component
class ReportSeals {

    private final ReportStore reports;
    private final Restrictions restrictions;
    private final Steward steward;

    ReportSeals(ReportStore reports, Restrictions restrictions, Steward steward) {
        this.reports = reports;
        this.restrictions = restrictions;
        this.steward = steward;
    }

    @EventListener
    void close(CaseSealed fact) {
        reports.findByCaseId(fact.caseId().value())
                .ifPresent(report -> fact.organisation()
                        .ifPresentOrElse(
                                concerned -> restrictions.barOrganisation(report.subject(), concerned, fact.reason()),
                                () -> restrictions.seal(report.subject())));
    }

    @EventListener
    void close(Recused fact) {
        var closed = steward.as(
                Steward.CONFLICT, () -> reports.findByCaseId(fact.caseId().value()));
        closed.ifPresent(report -> restrictions.barAccount(report.subject(), fact.account(), fact.reason()));
    }
}
