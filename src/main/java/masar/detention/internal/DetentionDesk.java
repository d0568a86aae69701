package masar.detention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.CaseReopened;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.country.Countries;
import masar.detention.Detention;
import masar.detention.Detention.Circumstances;
import masar.detention.Detention.Release;
import masar.detention.Detentions;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DetentionDesk implements Detentions {

    private static final int PAGE = 200;

    private final StayBook book;
    private final Alarms alarms;
    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;
    private final Countries countries;
    private final InstantSource clock;

    DetentionDesk(
            StayBook book,
            Alarms alarms,
            Cases cases,
            Chronology chronology,
            Audit audit,
            Countries countries,
            InstantSource clock) {
        this.book = book;
        this.alarms = alarms;
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
        this.countries = countries;
        this.clock = clock;
    }

    /** Whoever detains or polices keeps their own records, and never reads this one. */
    static boolean mayRead(Viewer viewer) {
        return viewer.organisationKind() != OrganisationKind.DETAINING
                && viewer.organisationKind() != OrganisationKind.POLICE;
    }

    static boolean mayWrite(Viewer viewer, CaseCard card) {
        return mayRead(viewer)
                && card.sees(Depth.FULL)
                && viewer.organisation().equals(card.owner())
                && !card.state().equals("closed");
    }

    /** The case, for who may read how its person is held. */
    CaseCard readable(Viewer viewer, CaseId id) {
        Refused.unless(mayRead(viewer), "shell.refused.not.found");
        return cases.card(viewer, id, Depth.FULL);
    }

    /** The case, for its owner while it is worked on. */
    CaseCard writable(Viewer viewer, CaseId id) {
        var card = readable(viewer, id);
        Refused.unless(viewer.organisation().equals(card.owner()), "detention.refused.not.owner");
        Refused.unless(mayWrite(viewer, card), "casefile.refused.not.open");
        return card;
    }

    LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    @Override
    public UUID record(Viewer viewer, CaseId id, Circumstances circumstances) {
        var card = writable(viewer, id);
        refuseUnlessPossible(circumstances);
        Refused.unless(book.of(id).stream().noneMatch(Stay::isHeld), "detention.refused.already.held");
        Instant now = clock.instant();
        var stay = new Stay(UUID.randomUUID(), id, card.code(), circumstances, null, now, null, 1);
        book.add(viewer, stay, now);
        alarms.set(stay);
        tell(id, "recorded");
        return stay.id();
    }

    @Override
    public void change(Viewer viewer, CaseId id, UUID detention, Circumstances circumstances, int version) {
        var before = held(viewer, id, detention);
        if (before.version() != version) {
            throw new OptimisticLockingFailureException("detention changed meanwhile");
        }
        refuseUnlessPossible(circumstances);
        Instant now = clock.instant();
        var after = before.known(circumstances, now);
        book.change(viewer, after, "changed", "", now);
        if (!circumstances.heldSince().equals(before.circumstances().heldSince())) {
            alarms.setHeld(after);
        }
        if (after.removalSetAt().equals(now)) {
            alarms.setRemoval(after);
        }
        tell(id, "changed");
    }

    @Override
    public void review(Viewer viewer, CaseId id, UUID detention, String note) {
        Instant now = clock.instant();
        var after = held(viewer, id, detention).reviewed(now);
        book.change(viewer, after, "reviewed", note, now);
        alarms.set(after);
        tell(id, "reviewed");
    }

    @Override
    public void release(Viewer viewer, CaseId id, UUID detention, Release release) {
        var before = held(viewer, id, detention);
        Refused.unless(!release.on().isAfter(today()), "detention.refused.future");
        Refused.unless(
                !release.on().isBefore(before.circumstances().heldSince()), "detention.refused.before.detention");
        var after = before.ended(release);
        book.change(viewer, after, "released", "", clock.instant());
        alarms.lift(after);
        tell(id, "released");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Detention> of(Viewer viewer, CaseId id) {
        readable(viewer, id);
        return book.of(id).stream().map(Stay::shown).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Detention> current(Viewer viewer, CaseId id) {
        return of(viewer, id).stream().filter(Detention::isHeld).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Act> acts(Viewer viewer, CaseId id) {
        readable(viewer, id);
        return book.acts(id);
    }

    @Override
    public List<Held> held(Viewer viewer) {
        CurrentViewer.require(viewer);
        Refused.unless(mayRead(viewer), "shell.refused.not.found");
        audit.read(new Subject("account", viewer.account()), "detention.list");
        return book.held(PAGE);
    }

    /** Alarms end with the case; whoever opens it again finds them set. */
    @EventListener
    void reopened(CaseReopened fact) {
        book.of(fact.caseId()).stream().filter(Stay::isHeld).forEach(alarms::set);
    }

    private Stay held(Viewer viewer, CaseId id, UUID detention) {
        writable(viewer, id);
        var stay = book.find(id, detention).orElseThrow(Refused::notFound);
        Refused.unless(stay.isHeld(), "detention.refused.over");
        return stay;
    }

    private void refuseUnlessPossible(Circumstances circumstances) {
        Refused.unless(!circumstances.heldSince().isAfter(today()), "detention.refused.future");
        LocalDate ordered = circumstances.removalOrderedOn();
        Refused.unless(ordered == null || !ordered.isAfter(today()), "detention.refused.future");
    }

    private void tell(CaseId id, String act) {
        chronology.add(id, "detention." + act, Optional.empty());
        audit.done(id.subject(), "detention." + act);
    }
}
