package masar.worklist.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the viewer of the transaction may know of steps that wait, of notices and of acknowledgements. */
@Component
class DeadlineBook {

    private static final String MINE =
            "(told_account = :account or (told_organisation = :organisation and told_role in (:roles)))";

    private final JdbcClient jdbc;

    DeadlineBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step as the viewer sees it: whole when they see the task, and what the notice says when they were only told. */
    record Row(
            UUID task,
            Subject subject,
            String code,
            LocalizedText name,
            UUID organisation,
            @Nullable Role role,
            @Nullable UUID account,
            @Nullable String address,
            @Nullable Instant openedAt,
            Instant dueAt,
            @Nullable Instant ringsAt,
            boolean done) {}

    /** Something a viewer was told of a step that still waits. */
    record Note(
            UUID task,
            String code,
            LocalizedText name,
            UUID organisation,
            Instant dueAt,
            String level,
            Instant toldAt) {}

    /** A notice as it is kept. */
    record Telling(
            String level,
            @Nullable UUID account,
            @Nullable UUID organisation,
            @Nullable Role role,
            Instant at) {}

    /** An acknowledgement as it is kept. */
    record Answer(UUID account, UUID organisation, Instant at, Instant until) {}

    List<Row> openOn(Subject subject) {
        return jdbc.sql("select * from worklist.task where subject = ? and done_at is null order by due_at, id")
                .param(subject.id())
                .query(DeadlineBook::row)
                .list();
    }

    Optional<Row> task(UUID id) {
        return jdbc.sql("select * from worklist.task where id = ?")
                .param(id)
                .query(DeadlineBook::row)
                .optional();
    }

    /** The step as the newest notice to this viewer tells it. */
    Optional<Row> told(Viewer viewer, UUID task) {
        return jdbc.sql("select * from worklist.notice where task = :task and " + MINE
                        + " order by telling desc limit 1")
                .param("task", task)
                .params(me(viewer))
                .query((row, number) -> new Row(
                        task,
                        new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                        row.getString("code"),
                        name(row),
                        row.getObject("organisation", UUID.class),
                        null,
                        null,
                        null,
                        null,
                        moment(row, "due_at"),
                        null,
                        row.getObject("over_at") != null))
                .optional();
    }

    /** The newest notice of each step that the viewer was told of from above, the longest overdue first. */
    List<Note> escalatedTo(Viewer viewer, int atMost) {
        var newest = new LinkedHashMap<UUID, Note>();
        jdbc.sql("select * from worklist.notice where over_at is null and level not in ('reminder', 'officer') and "
                        + MINE + " order by told_at desc limit :page")
                .param("page", atMost)
                .params(me(viewer))
                .query((row, number) -> new Note(
                        row.getObject("task", UUID.class),
                        row.getString("code"),
                        name(row),
                        row.getObject("organisation", UUID.class),
                        moment(row, "due_at"),
                        row.getString("level"),
                        moment(row, "told_at")))
                .list()
                .forEach(note -> newest.putIfAbsent(note.task(), note));
        return newest.values().stream()
                .sorted(java.util.Comparator.comparing(Note::dueAt))
                .toList();
    }

    /** Who was told of these steps, the first first, by step. */
    Map<UUID, List<Telling>> told(List<UUID> tasks) {
        return by(
                tasks,
                "select * from worklist.notice where task = any (?) order by telling, id",
                row -> new Telling(
                        row.getString("level"),
                        row.getObject("told_account", UUID.class),
                        row.getObject("told_organisation", UUID.class),
                        role(row.getString("told_role")),
                        moment(row, "told_at")));
    }

    /** Who said that they act, the first first, by step. */
    Map<UUID, List<Answer>> acknowledged(List<UUID> tasks) {
        return by(
                tasks,
                "select * from worklist.acknowledgement where task = any (?) order by telling, id",
                row -> new Answer(
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class),
                        moment(row, "at"),
                        moment(row, "acts_until")));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> by(List<UUID> tasks, String sql, Reading<T> reading) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(sql)
                .param(tasks.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("task", UUID.class), reading.of(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Map<String, Object> me(Viewer viewer) {
        var roles = viewer.roles().stream().map(Role::code).toList();
        return Map.of(
                "account", viewer.account(),
                "organisation", viewer.organisation(),
                "roles", roles.isEmpty() ? List.of("none") : roles);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var rings = row.getObject("rings_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("code"),
                name(row),
                row.getObject("organisation", UUID.class),
                Role.of(row.getString("role")),
                row.getObject("account", UUID.class),
                row.getString("address"),
                moment(row, "opened_at"),
                moment(row, "due_at"),
                rings == null ? null : rings.toInstant(),
                row.getObject("done_at") != null);
    }

    private static @Nullable Role role(@Nullable String code) {
        return code == null ? null : Role.of(code);
    }

    private static LocalizedText name(ResultSet row) throws SQLException {
        return new LocalizedText(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
