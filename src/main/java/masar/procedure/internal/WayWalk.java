package masar.procedure.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Editions;
import masar.procedure.Performer;
import masar.procedure.Step;
import masar.procedure.StepDone;
import masar.procedure.internal.WayEngine.Place;
import masar.procedure.internal.WayStore.WayRow;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves ways on: asks the engine what an outcome opens, and lays the tasks out for those who do them. Everything here
 * happens as the steward of ways, in the transaction of the act.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WayWalk {

    private final WayStore ways;
    private final WayEngine engine;
    private final Editions editions;
    private final Countries countries;
    private final Directory directory;
    private final Worklist worklist;
    private final InstantSource clock;

    WayWalk(
            WayStore ways,
            WayEngine engine,
            Editions editions,
            Countries countries,
            Directory directory,
            Worklist worklist,
            InstantSource clock) {
        this.ways = ways;
        this.engine = engine;
        this.editions = editions;
        this.countries = countries;
        this.directory = directory;
        this.worklist = worklist;
        this.clock = clock;
    }

    void start(WayRow way, Step first, UUID organisation, UUID account) {
        String instance = engine.begin(way.edition(), List.of(place(first)));
        ways.begin(way.in(instance), first.station(), clock.instant());
        openTask(way, first, organisation, account);
    }

    /** Opens a step for this organisation, whether or not the way had ended. */
    void open(WayRow way, Step step, UUID organisation, UUID account) {
        WayRow walking = way;
        if (way.endedAt().isPresent()) {
            walking = way.in(engine.begin(way.edition(), List.of(place(step))));
        } else {
            walking = walking(way, place(step));
            engine.open(walking.instance().orElseThrow(), place(step));
        }
        ways.moveTo(walking, step.station(), false, clock.instant());
        openTask(walking, step, organisation, account);
    }

    void abandon(WayRow way) {
        way.instance().ifPresent(engine::forget);
        ways.end(way, clock.instant());
    }

    /** Whatever the engine keeps of a way that is erased. */
    void forget(String instance) {
        engine.forget(instance);
    }

    private static Place place(Step step) {
        return new Place(step.key(), Optional.empty());
    }

    private void openTask(WayRow way, Step step, UUID organisation, UUID account) {
        worklist.open(task(way, step, organisation, Optional.empty(), way.address(), account));
    }

    /** The way in the engine; one that began before there was an engine enters it where its tasks are open. */
    private WayRow walking(WayRow way, Place otherwise) {
        if (way.instance().isPresent()) {
            return way;
        }
        var edition = editions.edition(way.edition());
        List<Place> open = worklist.openOn(CurrentViewer.get().orElseThrow(), way.subject()).stream()
                .filter(task -> edition.steps().containsKey(task.step()))
                .map(task -> new Place(task.step(), task.item()))
                .toList();
        return way.in(engine.begin(way.edition(), open.isEmpty() ? List.of(otherwise) : open));
    }

    /** A person did a step. What is done after the way has ended is kept and opens nothing. */
    void goOn(StepDone fact) {
        var found = ways.findToMove(fact.subject()).orElseThrow(Refused::notFound);
        if (found.endedAt().isPresent()) {
            ways.passed(found.subject(), fact, false, clock.instant());
            return;
        }
        var edition = editions.edition(found.edition());
        var step = edition.step(fact.step());
        var next = edition.after(fact.step(), fact.outcome());
        var before = walking(found, new Place(fact.step(), fact.item()));
        worklist.close(fact.subject(), fact.step(), fact.item(), fact.account());
        worklist.close(fact.subject(), fact.step(), Optional.empty(), fact.account());
        boolean aboutItem = fact.item().isPresent() && fact.itemAddress().isPresent();
        var item = aboutItem ? fact.item() : Optional.<UUID>empty();
        var moved =
                engine.move(before.instance().orElseThrow(), new Place(fact.step(), fact.item()), fact.outcome(), item);
        Refused.unless(moved.inTurn() || step.anyTime(), "procedure.refused.not.its.turn");
        var way = goesOnAs(before, fact, step.station());
        ways.passed(way.subject(), fact, moved.inTurn(), clock.instant());
        for (String key : moved.opened()) {
            var opened = edition.step(key);
            String address = aboutItem ? fact.itemAddress().orElseThrow() : way.address();
            worklist.open(task(way, opened, performer(opened, fact), item, address, fact.account()));
        }
        if (moved.ended()) {
            worklist.closeAll(way.subject(), fact.account());
        }
        ways.moveTo(way, next.isEmpty() ? step.station() : next.getFirst().station(), moved.ended(), clock.instant());
    }

    private WayRow goesOnAs(WayRow before, StepDone fact, String station) {
        String urgency = fact.urgency().orElse(before.urgency());
        if (fact.continuation().isEmpty()) {
            return before.with(urgency);
        }
        ways.moveTo(before, station, true, clock.instant());
        var becomes = fact.continuation().get();
        var way = new WayRow(
                becomes.subject(),
                before.edition(),
                becomes.code(),
                becomes.address(),
                urgency,
                before.instance(),
                Optional.empty());
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
                due(step.clock(way.urgency()), now));
    }

    Instant due(String key) {
        return due(key, clock.instant());
    }

    private Instant due(String key, Instant from) {
        var country = countries.current();
        return country.calendar().due(from, country.clock(key));
    }
}
