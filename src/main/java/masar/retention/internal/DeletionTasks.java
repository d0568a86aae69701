package masar.retention.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.retention.internal.DeletionBook.Deletion;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Tells a second person that a deletion was proposed: another supervisor of the owner, or else the coordinators. */
@Component
class DeletionTasks {

    static final String STEP = "confirm-deletion";

    private final Worklist worklist;
    private final Accounts accounts;
    private final Directory directory;
    private final Countries countries;
    private final Texts texts;
    private final InstantSource clock;

    DeletionTasks(
            Worklist worklist,
            Accounts accounts,
            Directory directory,
            Countries countries,
            Texts texts,
            InstantSource clock) {
        this.worklist = worklist;
        this.accounts = accounts;
        this.directory = directory;
        this.countries = countries;
        this.texts = texts;
        this.clock = clock;
    }

    void open(Viewer viewer, Deletion deletion) {
        var now = clock.instant();
        boolean colleague = accounts.colleagues(deletion.organisation(), Role.SUPERVISOR).stream()
                .anyMatch(each -> !each.account().equals(viewer.account()));
        Optional<UUID> coordinating = directory.competentFor("coordination").stream()
                .map(Organisation::id)
                .findFirst();
        boolean asksCoordinator = !colleague && coordinating.isPresent();
        var country = countries.current();
        worklist.open(new Task(
                UUID.randomUUID(),
                deletion.subject(),
                Optional.of(deletion.id()),
                deletion.code(),
                STEP,
                name(),
                "/retention/proposals/" + deletion.id(),
                asksCoordinator ? coordinating.get() : deletion.organisation(),
                asksCoordinator ? Role.COORDINATOR : Role.SUPERVISOR,
                Optional.empty(),
                viewer.account(),
                now,
                country.calendar().due(now, country.clock(STEP))));
    }

    void close(Viewer viewer, Deletion deletion) {
        worklist.close(deletion.subject(), STEP, Optional.of(deletion.id()), viewer.account());
    }

    private LocalizedText name() {
        return new LocalizedText(
                texts.say(Language.AR, "retention.task"),
                texts.say(Language.FR, "retention.task"),
                texts.say(Language.EN, "retention.task"));
    }
}
