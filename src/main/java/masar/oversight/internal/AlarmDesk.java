package masar.oversight.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.audit.Audit;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.oversight.internal.AlarmBook.Alarm;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alarms about unusual reading: told to the supervisors of the reader's organisation, or to the coordinators when nobody
 * but the reader supervises there. Nobody reviews an alarm about themselves.
 */
@Component
@Transactional
class AlarmDesk {

    static final List<String> OUTCOMES = List.of("explained", "talked", "passed-on");
    private static final String CLOCK = "unusual-reading";
    private static final int PAGE = 100;

    private final AlarmBook book;
    private final Accounts accounts;
    private final Directory directory;
    private final Worklist worklist;
    private final Audit audit;
    private final Texts texts;
    private final Surroundings surroundings;

    AlarmDesk(
            AlarmBook book,
            Accounts accounts,
            Directory directory,
            Worklist worklist,
            Audit audit,
            Texts texts,
            Surroundings surroundings) {
        this.book = book;
        this.accounts = accounts;
        this.directory = directory;
        this.worklist = worklist;
        this.audit = audit;
        this.texts = texts;
        this.surroundings = surroundings;
    }

    /** The country and the present moment. */
    @Component("oversightSurroundings")
    record Surroundings(Countries countries, InstantSource clock) {

        Instant now() {
            return clock.instant();
        }
    }

    /** Raises an alarm for these reasons, unless there are none or it has been raised before. */
    void raise(UUID account, UUID organisation, LocalDate day, List<Unusual> reasons) {
        if (reasons.isEmpty() || book.exists(account, day)) {
            return;
        }
        Instant now = surroundings.now();
        var alarm = new Alarm(UUID.randomUUID(), account, organisation, day, now, null, null, null);
        if (book.add(alarm, reasons)) {
            audit.done(subject(alarm.id()), "oversight.alarm.raise");
            worklist.open(task(alarm, now));
        }
    }

    private Task task(Alarm alarm, Instant now) {
        var country = surroundings.countries().current();
        Optional<UUID> coordinating = supervisedByOthers(alarm) ? Optional.empty() : coordinating();
        return new Task(
                UUID.randomUUID(),
                subject(alarm.id()),
                Optional.empty(),
                alarm.code(),
                CLOCK,
                said("oversight.alarm.task"),
                "/oversight/alarms/" + alarm.id(),
                coordinating.orElse(alarm.organisation()),
                coordinating.isPresent() ? Role.COORDINATOR : Role.SUPERVISOR,
                Optional.empty(),
                CurrentViewer.get().orElseThrow().account(),
                now,
                country.calendar().due(now, country.clock(CLOCK)));
    }

    private boolean supervisedByOthers(Alarm alarm) {
        return accounts.colleagues(alarm.organisation(), Role.SUPERVISOR).stream()
                .anyMatch(each -> !each.account().equals(alarm.account()));
    }

    private Optional<UUID> coordinating() {
        return directory.organisations().stream()
                .filter(each -> each.kind() == OrganisationKind.COORDINATING)
                .map(Organisation::id)
                .filter(id -> !accounts.colleagues(id, Role.COORDINATOR).isEmpty())
                .findFirst();
    }

    /** The newest alarms this viewer may know of. */
    List<Alarm> latest(Viewer viewer) {
        CurrentViewer.require(viewer);
        audit.read(new Subject("account", viewer.account()), "oversight.list");
        return book.latest(PAGE).stream()
                .filter(alarm -> mayKnow(viewer, alarm))
                .toList();
    }

    Alarm read(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        var alarm = known(viewer, id);
        audit.read(subject(id), "oversight.alarm");
        return alarm;
    }

    @Transactional(readOnly = true)
    List<Unusual> reasons(Viewer viewer, UUID id) {
        return book.reasons(known(viewer, id).id());
    }

    /** Says what was found; once. */
    void review(Viewer viewer, UUID id, String outcome) {
        CurrentViewer.require(viewer);
        var alarm = known(viewer, id);
        Refused.unless(OUTCOMES.contains(outcome), "shell.problem.not.offered");
        Refused.unless(mayReview(viewer, alarm), "oversight.refused.not.reviewer");
        Refused.unless(
                book.review(alarm, outcome, viewer.account(), surroundings.now()),
                "oversight.refused.reviewed.already");
        worklist.close(subject(id), CLOCK, Optional.empty(), viewer.account());
        audit.done(subject(id), "oversight.alarm.review");
    }

    boolean mayReview(Viewer viewer, Alarm alarm) {
        return alarm.outcome() == null
                && !viewer.account().equals(alarm.account())
                && !viewer.holds(Role.AUDITOR)
                && mayKnow(viewer, alarm);
    }

    private Alarm known(Viewer viewer, UUID id) {
        return book.find(id).filter(alarm -> mayKnow(viewer, alarm)).orElseThrow(Refused::notFound);
    }

    /** Whoever supervises there, coordinators where nobody else does, and the auditor; never the reader alone. */
    private boolean mayKnow(Viewer viewer, Alarm alarm) {
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(alarm.organisation());
        boolean own = viewer.account().equals(alarm.account());
        return viewer.holds(Role.AUDITOR)
                || (supervises && !own)
                || (viewer.holds(Role.COORDINATOR) && !own && !supervisedByOthers(alarm));
    }

    private static Subject subject(UUID id) {
        return new Subject("alarm", id);
    }

    private LocalizedText said(String key) {
        return new LocalizedText(texts.say(Language.AR, key), texts.say(Language.FR, key), texts.say(Language.EN, key));
    }
}
