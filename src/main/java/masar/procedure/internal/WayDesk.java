package masar.procedure.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Edition;
import masar.procedure.Editions;
import masar.procedure.Performer;
import masar.procedure.Procedures;
import masar.procedure.Step;
import masar.procedure.StepDone;
import masar.procedure.Way;
import masar.procedure.internal.WayStore.WayRow;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Task;
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
    private final Directory directory;
    private final Worklist worklist;
    private final Steward steward;
    private final InstantSource clock;

    WayDesk(
            WayStore ways,
            Editions editions,
            Countries countries,
            Directory directory,
            Worklist worklist,
            Steward steward,
            InstantSource clock) {
        this.ways = ways;
        this.editions = editions;
        this.countries = countries;
        this.directory = directory;
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
        var way = new WayRow(subject, edition.id(), code, address, urgency, Optional.empty());
        steward.as(Steward.WAY, () -> {
            ways.begin(way, first.station(), clock.instant());
            worklist.open(task(way, first, organisation, Optional.empty(), way.address(), by.account()));
        });
    }

    @Override
    public void reopenAt(String stepKey, Subject subject, UUID organisation, Viewer by) {
        var way = ways.find(subject).orElseThrow(Refused::notFound);
        var step = editions.edition(way.edition()).step(stepKey);
        steward.as(Steward.WAY, () -> {
            ways.moveTo(way, step.station(), false, clock.instant());
            worklist.open(task(way, step, organisation, Optional.empty(), way.address(), by.account()));
        });
    }

    @Override
    public void abandon(Subject subject, Viewer by) {
        var way = ways.find(subject).orElseThrow(Refused::notFound);
        worklist.closeAll(subject, by.account());
        steward.as(Steward.WAY, () -> ways.end(way, clock.instant()));
    }

    @EventListener
    void stepDone(StepDone fact) {
        steward.as(Steward.WAY, () -> goOn(fact));
    }

    private void goOn(StepDone fact) {
        var before = ways.find(fact.subject()).orElseThrow(Refused::notFound);
        var edition = editions.edition(before.edition());
        var step = edition.step(fact.step());
        var next = edition.after(fact.step(), fact.outcome());
        worklist.close(fact.subject(), fact.step(), fact.item(), fact.account());
        worklist.close(fact.subject(), fact.step(), Optional.empty(), fact.account());
        var way = goesOnAs(before, fact, step.station());
        ways.passed(way.subject(), fact, clock.instant());
        for (Step opened : next) {
            boolean aboutItem = fact.item().isPresent() && fact.itemAddress().isPresent();
            worklist.open(task(
                    way,
                    opened,
                    performer(opened, fact),
                    aboutItem ? fact.item() : Optional.empty(),
                    aboutItem ? fact.itemAddress().get() : way.address(),
                    fact.account()));
        }
        boolean ends = next.isEmpty()
                && (edition.stations().getLast().key().equals(step.station()) || !worklist.anyOpen(way.subject()));
        if (ends) {
            worklist.closeAll(way.subject(), fact.account());
        }
        ways.moveTo(way, next.isEmpty() ? step.station() : next.getFirst().station(), ends, clock.instant());
    }

    private WayRow goesOnAs(WayRow before, StepDone fact, String station) {
        String urgency = fact.urgency().orElse(before.urgency());
        if (fact.continuation().isEmpty()) {
            return before.with(urgency);
        }
        ways.moveTo(before, station, true, clock.instant());
        var becomes = fact.continuation().get();
        var way = new WayRow(
                becomes.subject(), before.edition(), becomes.code(), becomes.address(), urgency, Optional.empty());
        ways.begin(way, station, clock.instant());
        return way;
    }

    private UUID performer(Step step, StepDone fact) {
        return switch (step.performer()) {
            case Performer.Same same -> fact.organisation();
            case Performer.Owner owner -> fact.owner().orElseThrow(() -> missing(step, "owner"));
            case Performer.Chosen chosen -> fact.chosen().orElseThrow(() -> missing(step, "chosen organisation"));
            case Performer.Named named ->
                directory
                        .organisation(named.organisation())
                        .map(Organisation::id)
                        .orElseThrow();
        };
    }

    private static IllegalStateException missing(Step step, String what) {
        return new IllegalStateException("step " + step.key() + " opens without an " + what);
    }

    private Task task(WayRow way, Step step, UUID organisation, Optional<UUID> item, String address, UUID askedBy) {
        Instant now = clock.instant();
        return new Task(
                UUID.randomUUID(),
                way.subject(),
                item,
                way.code(),
                step.key(),
                step.name(),
                address,
                organisation,
                step.role(),
                Optional.empty(),
                askedBy,
                now,
                due(step.clock(way.urgency())));
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
    public Instant due(String key) {
        var country = countries.current();
        return country.calendar().due(clock.instant(), country.clock(key));
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
