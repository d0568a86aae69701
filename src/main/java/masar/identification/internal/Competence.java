package masar.identification.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.country.Clock;
import masar.country.Countries;
import masar.directory.Directory;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may decide, who is treated as a child, and what the country's clocks and calendar say now. */
@Component
class Competence {

    private static final String ACT = "identification";

    private final Directory directory;
    private final Cases cases;
    private final Procedures procedures;
    private final Decisions tables;
    private final Countries countries;
    private final InstantSource clock;

    Competence(
            Directory directory,
            Cases cases,
            Procedures procedures,
            Decisions tables,
            Countries countries,
            InstantSource clock) {
        this.directory = directory;
        this.cases = cases;
        this.procedures = procedures;
        this.tables = tables;
        this.countries = countries;
        this.clock = clock;
    }

    /** Whether this viewer may decide at all: the role, in an organisation the directory names as competent. */
    boolean mayDecide(Viewer viewer) {
        return viewer.holds(Role.IDENTIFICATION_OFFICER) && isCompetent(viewer.organisation());
    }

    boolean isCompetent(UUID organisation) {
        return directory
                .organisation(organisation)
                .filter(each -> each.isCompetentFor(ACT))
                .isPresent();
    }

    /** By the table of the edition; an age that nobody knows is a child's. */
    boolean isTreatedAsChild(Viewer viewer, CaseId id) {
        var person = cases.person(viewer, id);
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put(
                "ageStatus",
                AgeStatus.on(today(), person.birth(), person.ageNow()).code());
        return tables.decide(procedures.editionOf(id.subject()).id(), "child", inputs)
                .flag("child");
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return day(now());
    }

    LocalDate day(Instant moment) {
        return moment.atZone(countries.current().calendar().zone()).toLocalDate();
    }

    /** The end of this day in the country. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(countries.current().calendar().zone())
                .toInstant();
    }

    Instant due(Instant from, Clock by) {
        return countries.current().calendar().due(from, by);
    }

    /** So many days of the calendar before that moment, at the same time of day. */
    Instant before(Instant end, Clock by) {
        return end.atZone(countries.current().calendar().zone())
                .minusDays(by.amount())
                .toInstant();
    }
}
