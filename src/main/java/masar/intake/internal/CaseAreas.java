package masar.intake.internal;

import masar.country.Countries;
import masar.country.Place;
import masar.intake.ReportTriaged;
import masar.procedure.StepDone.Continuation;
import masar.shared.Subject;
import masar.worklist.Backlog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the governorate of the place that a report names, for the coordinators' numbers; the place itself stays sealed. */
@Component
class CaseAreas {

    private final ReportStore reports;
    private final Countries countries;
    private final Backlog backlog;

    CaseAreas(ReportStore reports, Countries countries, Backlog backlog) {
        this.reports = reports;
        this.countries = countries;
        this.backlog = backlog;
    }

    @EventListener
    void triaged(ReportTriaged fact) {
        fact.continuation().map(Continuation::subject).ifPresent(subject -> located(fact, subject));
    }

    private void located(ReportTriaged fact, Subject subject) {
        reports.findById(fact.report())
                .map(report -> report.place)
                .flatMap(countries.current()::place)
                .map(CaseAreas::governorate)
                .ifPresent(area -> backlog.locate(subject, area));
    }

    private static String governorate(Place place) {
        return place.parent().orElse(place.key());
    }
}
