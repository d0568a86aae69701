package masar.directory.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.audit.Audit;
import masar.country.Countries;
import masar.directory.AgreementEnding;
import masar.directory.AgreementSettled;
import masar.directory.Agreements;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.directory.Sharing;
import masar.directory.internal.Agreement.Terms;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entering, verifying, suspending and ending agreements, and asking them. */
@Component
@Transactional
class AgreementDesk implements Agreements {

    /** What tells most about why nothing flows comes first. */
    private static final List<String> MOST_TELLING =
            List.of("suspended", "expired", "ended", "unverified", "not-begun");

    private final AgreementBook book;
    private final Directory directory;
    private final Countries countries;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AgreementDesk(
            AgreementBook book,
            Directory directory,
            Countries countries,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.book = book;
        this.directory = directory;
        this.countries = countries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Sharing allow(UUID from, UUID to, String purpose, Set<String> scope, Instant at) {
        var between = book.between(from, to).stream()
                .filter(each -> each.terms().joins(from, to))
                .toList();
        var valid = between.stream()
                .filter(each -> status(each, at).equals("valid"))
                .toList();
        boolean covered = valid.stream()
                .anyMatch(each -> each.terms().purposes().contains(purpose)
                        && each.terms().scope().containsAll(scope));
        if (covered) {
            return Sharing.covered();
        }
        if (!valid.isEmpty()) {
            return Sharing.missing("scope");
        }
        var found = between.stream().map(each -> status(each, at)).toList();
        return Sharing.missing(
                MOST_TELLING.stream().filter(found::contains).findFirst().orElse("none"));
    }

    /** A coordinator, or a supervisor of one of the two, enters what a document says. It does not hold yet. */
    UUID enter(Viewer viewer, Terms terms) {
        CurrentViewer.require(viewer);
        Refused.unless(mayEnter(viewer, terms), "directory.refused.agreement.enter");
        UUID id = book.enter(terms, viewer.account(), clock.instant());
        audit.done(subject(id), "directory.agreement.enter");
        return id;
    }

    /** A coordinator verifies it (never who entered it), suspends it, resumes it or ends it. */
    void act(Viewer viewer, UUID id, String act, String reason) {
        CurrentViewer.require(viewer);
        var agreement = find(viewer, id);
        Refused.unless(viewer.holds(Role.COORDINATOR), "directory.refused.agreement.coordinator");
        agreement.refuseUnlessPossible(act, status(agreement, clock.instant()));
        if (act.equals(Agreement.VERIFIED)) {
            Refused.unless(!agreement.enteredBy().equals(viewer.account()), "directory.refused.agreement.own");
        }
        book.act(id, act, reason, viewer.account(), clock.instant());
        audit.done(subject(id), "directory.agreement." + act);
        if (act.equals(Agreement.ENDED)) {
            events.publishEvent(new AgreementSettled(id, viewer.account()));
        }
        if (act.equals(Agreement.VERIFIED)) {
            followedBy(agreement)
                    .forEach(each -> events.publishEvent(new AgreementSettled(each.id(), viewer.account())));
        }
    }

    private List<Agreement> followedBy(Agreement newer) {
        var terms = newer.terms();
        return book.between(terms.giver(), terms.taker()).stream()
                .filter(each ->
                        !each.id().equals(newer.id()) && each.terms().to().isBefore(terms.to()))
                .toList();
    }

    @Transactional(readOnly = true)
    Agreement find(Viewer viewer, UUID id) {
        return book.find(id).filter(each -> mayRead(viewer, each)).orElseThrow(Refused::notFound);
    }

    /** Coordinators read all, everybody else those of their own organisation. */
    @Transactional(readOnly = true)
    List<Agreement> known(Viewer viewer) {
        CurrentViewer.require(viewer);
        return book.all().stream().filter(each -> mayRead(viewer, each)).toList();
    }

    /** Tells of each agreement that ends within the country's days of warning and that nothing follows. */
    void warn() {
        var coordinating = directory.competentFor("coordination").stream()
                .map(Organisation::id)
                .findFirst();
        LocalDate today = clock.instant().atZone(zone()).toLocalDate();
        LocalDate horizon =
                today.plusDays(countries.current().clock("agreement-warning").amount());
        for (Agreement each : book.all()) {
            boolean holds = Set.of("valid", Agreement.SUSPENDED).contains(status(each, clock.instant()));
            boolean followed = book.between(each.terms().giver(), each.terms().taker()).stream()
                    .anyMatch(other -> other.terms().to().isAfter(each.terms().to()));
            if (holds && !followed && !each.terms().to().isAfter(horizon)) {
                coordinating.ifPresent(to -> events.publishEvent(
                        new AgreementEnding(each.id(), to, each.terms().to())));
            }
        }
    }

    boolean endsSoon(Agreement agreement) {
        LocalDate today = clock.instant().atZone(zone()).toLocalDate();
        int days = countries.current().clock("agreement-warning").amount();
        return status(agreement).equals("valid") && !agreement.terms().to().isAfter(today.plusDays(days));
    }

    String status(Agreement agreement) {
        return status(agreement, clock.instant());
    }

    private String status(Agreement agreement, Instant at) {
        return agreement.status(at, zone());
    }

    static boolean mayEnter(Viewer viewer, Terms terms) {
        return viewer.holds(Role.COORDINATOR) || viewer.holds(Role.SUPERVISOR) && terms.concerns(viewer.organisation());
    }

    private static boolean mayRead(Viewer viewer, Agreement agreement) {
        return viewer.holds(Role.COORDINATOR) || agreement.terms().concerns(viewer.organisation());
    }

    private ZoneId zone() {
        return countries.current().calendar().zone();
    }

    private static Subject subject(UUID id) {
        return new Subject("agreement", id);
    }
}
