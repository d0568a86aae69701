package masar.procedure.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.audit.Audit;
import masar.procedure.Departure;
import masar.procedure.Departure.Kind;
import masar.procedure.Departure.Why;
import masar.procedure.Departures;
import masar.procedure.Editions;
import masar.procedure.internal.WayStore.WayRow;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DepartureDesk implements Departures {

    private final DepartureBook book;
    private final WayStore ways;
    private final WayWalk walk;
    private final Editions editions;
    private final Worklist worklist;
    private final Steward steward;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DepartureDesk(
            DepartureBook book,
            WayStore ways,
            WayWalk walk,
            Editions editions,
            Worklist worklist,
            Steward steward,
            Audit audit,
            ApplicationEventPublisher events) {
        this.book = book;
        this.ways = ways;
        this.walk = walk;
        this.editions = editions;
        this.worklist = worklist;
        this.steward = steward;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void skip(Viewer by, Subject subject, UUID id, String outcome, UUID owner, Why why) {
        var way = open(by, subject);
        var task = worklist.openOn(by, subject).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
        var edition = editions.edition(way.edition());
        Refused.unless(edition.steps().containsKey(task.step()), "procedure.refused.beside.the.way");
        var next = edition.step(task.step()).then().get(outcome);
        Refused.unless(next != null && !next.isEmpty(), "procedure.refused.skip.ends");
        book.add(by, subject, Kind.SKIPPED, task.step(), outcome, why);
        audit.done(subject, "procedure.skip");
        events.publishEvent(new Skipped(
                subject,
                task.step(),
                outcome,
                by.account(),
                by.organisation(),
                owner,
                task.item(),
                task.item().map(item -> task.address())));
    }

    @Override
    public void open(Viewer by, Subject subject, String step, UUID organisation, Why why) {
        var way = open(by, subject);
        var opened = editions.edition(way.edition()).steps().get(step);
        Refused.unless(opened != null, "shell.refused.not.found");
        Refused.unless(
                worklist.openOn(by, subject).stream()
                        .noneMatch(task -> task.step().equals(step)),
                "procedure.refused.open.already");
        book.add(by, subject, Kind.OPENED, step, null, why);
        audit.done(subject, "procedure.open");
        steward.as(
                Steward.WAY,
                () -> walk.open(
                        ways.findToMove(subject).orElseThrow(),
                        java.util.Objects.requireNonNull(opened),
                        organisation,
                        by.account()));
    }

    private WayRow open(Viewer by, Subject subject) {
        CurrentViewer.require(by);
        Refused.unless(
                by.holds(Role.SUPERVISOR) || by.holds(Role.COORDINATOR), "procedure.refused.departure.not.yours");
        var way = ways.find(subject).orElseThrow(Refused::notFound);
        Refused.unless(way.endedAt().isEmpty(), "procedure.refused.way.ended");
        return way;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Departure> of(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        return book.of(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> note(Viewer viewer, Departure departure) {
        CurrentViewer.require(viewer);
        return book.note(departure);
    }

    @Override
    public List<Departure> newest(Viewer viewer, int atMost) {
        CurrentViewer.require(viewer);
        audit.read(new Subject("account", viewer.account()), "procedure.departures");
        return book.newest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> outOfTurn(Viewer viewer) {
        CurrentViewer.require(viewer);
        return book.outOfTurn();
    }
}
