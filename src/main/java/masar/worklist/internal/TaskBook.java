package masar.worklist.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.country.Countries;
import masar.sealing.SubjectErased;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class TaskBook implements Worklist {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Steward steward;
    private final InstantSource clock;
    private final Countries countries;
    private final EscalationRules rules;

    TaskBook(JdbcClient jdbc, Steward steward, InstantSource clock, Countries countries, EscalationRules rules) {
        this.jdbc = jdbc;
        this.steward = steward;
        this.clock = clock;
        this.countries = countries;
        this.rules = rules;
    }

    @Override
    public void open(Task task) {
        steward.as(Steward.WAY, () -> add(task));
    }

    private void add(Task task) {
        Instant reminder = rules.chain(task.openedAt(), task.dueAt()).reminder(task.openedAt(), task.dueAt());
        jdbc.sql("""
                insert into worklist.task (id, subject_kind, subject, item, code, step, name_ar, name_fr, name_en,
                    address, organisation, role, account, asked_by, opened_at, due_at, rings_at)
                values (:id, :kind, :subject, :item, :code, :step, :ar, :fr, :en, :address, :organisation, :role,
                    :account, :askedBy, :openedAt, :dueAt, :ringsAt)
                on conflict (subject, step, coalesce(item, subject)) where done_at is null do nothing""")
                .param("id", task.id())
                .param("kind", task.subject().kind())
                .param("subject", task.subject().id())
                .param("item", task.item().orElse(null))
                .param("code", task.code())
                .param("step", task.step())
                .param("ar", task.name().ar())
                .param("fr", task.name().fr())
                .param("en", task.name().en())
                .param("address", task.address())
                .param("organisation", task.organisation())
                .param("role", task.role().code())
                .param("account", task.account().orElse(null))
                .param("askedBy", task.askedBy())
                .param("openedAt", at(task.openedAt()))
                .param("dueAt", at(task.dueAt()))
                .param("ringsAt", at(reminder))
                .update();
    }

    @Override
    public void close(Subject subject, String step, Optional<UUID> item, UUID doneBy) {
        done("step = ? and coalesce(item, subject) = ?", subject, doneBy, step, item.orElse(subject.id()));
    }

    @Override
    public void closeAll(Subject subject, UUID doneBy) {
        done("true", subject, doneBy);
    }

    /** Whoever was told that it waits need not look any more. */
    private void done(String condition, Subject subject, UUID doneBy, Object... values) {
        steward.as(Steward.WAY, () -> {
            jdbc.sql("with done as (update worklist.task set done_at = ?, done_by = ?, rings_at = null"
                            + " where subject = ? and done_at is null and " + condition + " returning id, done_at)"
                            + " update worklist.notice n set over_at = done.done_at from done"
                            + " where n.task = done.id and n.over_at is null")
                    .param(now())
                    .param(doneBy)
                    .param(subject.id())
                    .params(values)
                    .update();
        });
    }

    @Override
    public void take(Subject subject, UUID organisation, UUID account) {
        write(
                "update worklist.task set account = ? where subject = ? and organisation = ?"
                        + " and role = 'case-manager' and done_at is null",
                account,
                subject.id(),
                organisation);
    }

    @Override
    public void giveBack(Subject subject, UUID account) {
        write(
                "update worklist.task set account = null where subject = ? and account = ? and done_at is null",
                subject.id(),
                account);
    }

    private void write(String sql, Object... values) {
        steward.as(Steward.WAY, () -> {
            jdbc.sql(sql).params(values).update();
        });
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyOpen(Subject subject) {
        return jdbc.sql("select exists (select 1 from worklist.task where subject = ? and done_at is null)")
                .param(subject.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> openOn(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        return jdbc.sql("select * from worklist.task where subject = ? and done_at is null order by due_at")
                .param(subject.id())
                .query(TaskBook::task)
                .list();
    }

    /** Open tasks that are mine or my office's, the most urgent first. */
    @Transactional(readOnly = true)
    List<Task> mine(Viewer viewer) {
        CurrentViewer.require(viewer);
        return jdbc.sql("""
                select * from worklist.task
                where done_at is null and (account = :account
                    or (account is null and organisation = :organisation and role in (:roles)))
                order by due_at limit :page""")
                .param("account", viewer.account())
                .param("organisation", viewer.organisation())
                .param("roles", roles(viewer))
                .param("page", PAGE)
                .query(TaskBook::task)
                .list();
    }

    /** Open tasks that my acts have opened for others. */
    @Transactional(readOnly = true)
    List<Task> awaited(Viewer viewer) {
        CurrentViewer.require(viewer);
        return jdbc.sql("select * from worklist.task where done_at is null and asked_by = ?"
                        + " and (account is null or account <> ?)"
                        + " and not (organisation = ? and role = any (?)) order by due_at limit ?")
                .params(
                        viewer.account(),
                        viewer.account(),
                        viewer.organisation(),
                        roles(viewer).toArray(String[]::new),
                        PAGE)
                .query(TaskBook::task)
                .list();
    }

    /** What I did today, in the country's day. */
    @Transactional(readOnly = true)
    List<Task> doneToday(Viewer viewer) {
        CurrentViewer.require(viewer);
        ZoneId zone = countries.current().calendar().zone();
        Instant midnight =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return jdbc.sql("select * from worklist.task where done_by = ? and done_at >= ? order by done_at desc limit ?")
                .params(viewer.account(), at(midnight), PAGE)
                .query(TaskBook::task)
                .list();
    }

    @EventListener
    void erased(SubjectErased fact) {
        jdbc.sql("select worklist.erase(?)")
                .param(fact.subject().id())
                .query(Integer.class)
                .single();
    }

    private static List<String> roles(Viewer viewer) {
        var codes = viewer.roles().stream().map(Role::code).toList();
        return codes.isEmpty() ? List.of("none") : codes;
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                Optional.ofNullable(row.getObject("item", UUID.class)),
                row.getString("code"),
                row.getString("step"),
                new LocalizedText(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getString("address"),
                row.getObject("organisation", UUID.class),
                Role.of(row.getString("role")),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getObject("asked_by", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
