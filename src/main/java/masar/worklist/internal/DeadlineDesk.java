package masar.worklist.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Steward;
import masar.country.Clock;
import masar.directory.Directory;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Deadlines;
import masar.worklist.OpenStep;
import masar.worklist.OpenStep.Acknowledged;
import masar.worklist.OpenStep.Told;
import masar.worklist.StepAcknowledged;
import masar.worklist.internal.DeadlineBook.Answer;
import masar.worklist.internal.DeadlineBook.Note;
import masar.worklist.internal.DeadlineBook.Row;
import masar.worklist.internal.DeadlineBook.Telling;
import masar.worklist.internal.RingBook.Waiting;
import masar.worklist.internal.Ringing.Surroundings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DeadlineDesk implements Deadlines {

    private static final int PAGE = 100;

    private final DeadlineBook deadlines;
    private final RingBook book;
    private final EscalationRules rules;
    private final Steward steward;
    private final Surroundings surroundings;
    private final Names names;

    DeadlineDesk(
            DeadlineBook deadlines,
            RingBook book,
            EscalationRules rules,
            Steward steward,
            Surroundings surroundings,
            Names names) {
        this.deadlines = deadlines;
        this.book = book;
        this.rules = rules;
        this.steward = steward;
        this.surroundings = surroundings;
        this.names = names;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenStep> on(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        return withHistory(viewer, deadlines.openOn(subject));
    }

    @Override
    public OpenStep step(Viewer viewer, UUID task) {
        CurrentViewer.require(viewer);
        Row row = concerned(viewer, task);
        surroundings.audit().read(row.subject(), "worklist.step");
        return withHistory(viewer, List.of(row)).getFirst();
    }

    @Override
    public List<Clock> choices() {
        return rules.acknowledgement();
    }

    /** What the viewer was told from above and still waits. */
    @Transactional(readOnly = true)
    List<Note> escalatedTo(Viewer viewer) {
        CurrentViewer.require(viewer);
        return deadlines.escalatedTo(viewer, PAGE);
    }

    /** The last notice of each of these steps, as far as the viewer may know. */
    @Transactional(readOnly = true)
    Map<UUID, Telling> lastTold(Viewer viewer, List<UUID> tasks) {
        CurrentViewer.require(viewer);
        return deadlines.told(tasks).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().getLast()));
    }

    /** By when somebody said they act, for those of these steps of which somebody did and the time is not over. */
    @Transactional(readOnly = true)
    Map<UUID, Instant> actedOn(Viewer viewer, List<UUID> tasks) {
        CurrentViewer.require(viewer);
        Instant now = surroundings.clock().instant();
        return deadlines.acknowledged(tasks).entrySet().stream()
                .filter(each -> each.getValue().getLast().until().isAfter(now))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().getLast().until()));
    }

    @Override
    public void acknowledge(Viewer viewer, UUID task, String clock) {
        CurrentViewer.require(viewer);
        concerned(viewer, task);
        Clock chosen = rules.acknowledgement(clock).orElseThrow(() -> Refused.because("shell.problem.not.offered"));
        Instant now = surroundings.clock().instant();
        Instant until = surroundings.countries().current().calendar().due(now, chosen);
        Waiting step = steward.as(Steward.WAY, () -> {
            Waiting held = book.hold(task).orElseThrow(() -> Refused.because("worklist.refused.done"));
            Refused.unless(
                    book.acknowledge(held, viewer.account(), viewer.organisation(), now, until),
                    "worklist.refused.acknowledged.already");
            Instant rings = held.ringsAt();
            book.goOn(task, held.rung(), held.tellings(), rings == null || rings.isBefore(until) ? until : rings);
            return held;
        });
        surroundings.audit().done(step.subject(), "worklist.acknowledge");
        surroundings
                .facts()
                .publishEvent(new StepAcknowledged(step.subject(), task, step.step(), viewer.account(), until));
    }

    /** The step for whoever must do it or was told of it. Others who see the subject read it there, and do not answer. */
    private Row concerned(Viewer viewer, UUID task) {
        Optional<Row> whole = deadlines.task(task);
        return whole.filter(row -> mustDo(viewer, row))
                .or(() -> deadlines.told(viewer, task).map(told -> whole.orElse(told)))
                .orElseThrow(Refused::notFound);
    }

    private static boolean mustDo(Viewer viewer, Row row) {
        boolean office = row.account() == null
                && row.role() != null
                && viewer.organisation().equals(row.organisation())
                && viewer.holds(row.role());
        return office || viewer.account().equals(row.account());
    }

    private List<OpenStep> withHistory(Viewer viewer, List<Row> rows) {
        var ids = rows.stream().map(Row::task).toList();
        var told = deadlines.told(ids);
        var acknowledged = deadlines.acknowledged(ids);
        return rows.stream()
                .map(row -> step(
                        viewer,
                        row,
                        told.getOrDefault(row.task(), List.of()),
                        acknowledged.getOrDefault(row.task(), List.of())))
                .toList();
    }

    private OpenStep step(Viewer viewer, Row row, List<Telling> told, List<Answer> acknowledged) {
        boolean answered = !acknowledged.isEmpty()
                && told.stream()
                        .noneMatch(
                                each -> each.at().isAfter(acknowledged.getLast().at()));
        boolean concerned =
                mustDo(viewer, row) || deadlines.told(viewer, row.task()).isPresent();
        return new OpenStep(
                row.task(),
                row.code(),
                row.name(),
                names.organisation(row.organisation()),
                row.role(),
                viewer.organisation().equals(row.organisation()) ? row.address() : null,
                row.dueAt(),
                Optional.ofNullable(row.openedAt())
                        .map(opened -> rules.chain(opened, row.dueAt()).reminder(opened, row.dueAt())),
                Optional.ofNullable(row.ringsAt()),
                told.stream().map(each -> names.told(viewer, each)).toList(),
                acknowledged.stream()
                        .map(each -> names.acknowledged(viewer, each))
                        .toList(),
                row.done(),
                concerned && !row.done() && !answered);
    }

    /** Who somebody is, in words: colleagues by name, others by their organisation. */
    @Component("worklistNames")
    record Names(Accounts accounts, Directory directory) {

        LocalizedText organisation(UUID id) {
            return directory.nameOf(id);
        }

        private Told told(Viewer viewer, Telling telling) {
            Optional<Colleague> person = Optional.ofNullable(telling.account()).flatMap(accounts::colleague);
            UUID organisation = telling.organisation();
            return new Told(
                    telling.level(),
                    person.filter(each -> isColleague(viewer, each))
                            .map(Colleague::name)
                            .orElse(null),
                    person.map(Colleague::organisation)
                            .or(() -> Optional.ofNullable(organisation))
                            .map(this::organisation)
                            .orElse(LocalizedText.same("–")),
                    telling.role(),
                    telling.at());
        }

        private Acknowledged acknowledged(Viewer viewer, Answer answer) {
            return new Acknowledged(
                    accounts.colleague(answer.account())
                            .filter(each -> isColleague(viewer, each))
                            .map(Colleague::name)
                            .orElse(null),
                    organisation(answer.organisation()),
                    answer.at(),
                    answer.until());
        }

        private static boolean isColleague(Viewer viewer, Colleague other) {
            return other.organisation().equals(viewer.organisation());
        }
    }
}
