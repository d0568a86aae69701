package masar.procedure.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.country.Countries;
import masar.procedure.Edition;
import masar.procedure.Editions;
import masar.procedure.Passed;
import masar.procedure.Procedures;
import masar.procedure.Step;
import masar.procedure.StepDone;
import masar.procedure.Way;
import masar.procedure.internal.WayStore.WayRow;
import masar.sealing.SubjectErased;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a way on when a step was done. It never decides an outcome, and it opens only what the edition names. */
@Component
@Transactional
class WayDesk implements Procedures {

    private final WayStore ways;
    private final Editions editions;
    private final Countries countries;
    private final WayWalk walk;
    private final Worklist worklist;
    private final Steward steward;
    private final InstantSource clock;

    WayDesk(
            WayStore ways,
            Editions editions,
            Countries countries,
            WayWalk walk,
            Worklist worklist,
            Steward steward,
            InstantSource clock) {
        this.ways = ways;
        this.editions = editions;
        this.countries = countries;
        this.walk = walk;
        this.worklist = worklist;
        this.steward = steward;
        this.clock = clock;
    }

    @Override
    public void begin(Subject subject, String code, String address, String urgency, Viewer by) {
        var edition = currentEdition();
        start(edition, edition.step(edition.start()), subject, code, address, urgency, by.organisation(), by);
    }

    @Override
    public void beginAt(String step, Subject subject, String code, String address, UUID organisation, Viewer by) {
        var edition = currentEdition();
        start(edition, edition.step(step), subject, code, address, "normal", organisation, by);
    }

    private void start(
            Edition edition,
            Step first,
            Subject subject,
            String code,
            String address,
            String urgency,
            UUID organisation,
            Viewer by) {
        var way = new WayRow(subject, edition.id(), code, address, urgency, Optional.empty(), Optional.empty());
        steward.as(Steward.WAY, () -> walk.start(way, first, organisation, by.account()));
    }

    @Override
    public void reopenAt(String stepKey, Subject subject, UUID organisation, Viewer by) {
        steward.as(Steward.WAY, () -> {
            var way = ways.findToMove(subject).orElseThrow(Refused::notFound);
            var step = editions.edition(way.edition()).step(stepKey);
            walk.open(way, step, organisation, by.account());
        });
    }

    @Override
    public void abandon(Subject subject, Viewer by) {
        worklist.closeAll(subject, by.account());
        steward.as(Steward.WAY, () -> walk.abandon(ways.findToMove(subject).orElseThrow(Refused::notFound)));
    }

    @EventListener
    void stepDone(StepDone fact) {
        steward.as(Steward.WAY, () -> walk.goOn(fact));
    }

    /** What the engine keeps of it goes first: afterwards nobody knows under which id. */
    @EventListener
    void erased(SubjectErased fact) {
        steward.as(
                Steward.WAY,
                () -> ways.find(fact.subject()).flatMap(WayRow::instance).ifPresent(walk::forget));
        ways.erase(fact.subject());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Way> way(Viewer viewer, Subject subject) {
        return ways.find(subject).map(row -> {
            var edition = editions.edition(row.edition());
            var open = worklist.openOn(viewer, subject);
            var stops = Stops.of(edition, ways.stepsPassed(subject), open);
            return new Way(edition, row.urgency(), stops, open, row.endedAt());
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Passed> passed(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        return ways.passed(subject);
    }

    @Override
    public Instant due(String key) {
        return walk.due(key);
    }

    @Override
    @Transactional(readOnly = true)
    public Edition editionOf(Subject subject) {
        return ways.find(subject)
                .map(way -> editions.edition(way.edition()))
                .orElseThrow(() -> new IllegalArgumentException("no way for " + subject));
    }

    @Override
    public Edition currentEdition() {
        return editions.current(today());
    }

    private LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }
}
