package masar.worklist.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open steps whose time has come, and the notices that follow. */
@Component
class RingBook {

    private final JdbcClient jdbc;

    RingBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open step as it is kept, held by the transaction that claimed it.
     *
     * @param rung who is told next, counted from 0, the reminder
     * @param tellings how often somebody was told so far
     */
    record Waiting(
            UUID id,
            Subject subject,
            String code,
            String step,
            LocalizedText name,
            UUID organisation,
            Role role,
            @Nullable UUID account,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant ringsAt,
            int rung,
            int tellings) {}

    /** Takes steps whose time has come, the longest waiting first; those that another copy of Masar holds are left to it. */
    List<Waiting> claim(Instant now, int atMost) {
        return jdbc.sql("select * from worklist.task where done_at is null and rings_at <= ? order by rings_at limit ?"
                        + " for update skip locked")
                .params(at(now), atMost)
                .query(RingBook::waiting)
                .list();
    }

    /** Holds this step while somebody acknowledges it; none when it is done. */
    java.util.Optional<Waiting> hold(UUID task) {
        return jdbc.sql("select * from worklist.task where id = ? and done_at is null for update")
                .param(task)
                .query(RingBook::waiting)
                .optional();
    }

    /** Keys of everybody who was told of this step before. */
    Set<String> told(UUID task) {
        return new HashSet<>(jdbc.sql("select distinct coalesce('account:' || told_account,"
                        + " 'office:' || told_organisation || ':' || told_role) from worklist.notice where task = ?")
                .param(task)
                .query(String.class)
                .list());
    }

    void tell(Waiting step, Level level, Recipient recipient, Instant now) {
        jdbc.sql("""
                insert into worklist.notice (id, task, telling, subject_kind, subject, code, name_ar, name_fr, name_en, organisation,
                    due_at, level, told_account, told_organisation, told_role, told_at)
                values (gen_random_uuid(), :task, :telling, :kind, :subject, :code, :ar, :fr, :en, :organisation,
                    :dueAt, :level, :account, :office, :role, :now)""")
                .param("task", step.id())
                .param("telling", step.tellings() + 1)
                .param("kind", step.subject().kind())
                .param("subject", step.subject().id())
                .param("code", step.code())
                .param("ar", step.name().ar())
                .param("fr", step.name().fr())
                .param("en", step.name().en())
                .param("organisation", step.organisation())
                .param("dueAt", at(step.dueAt()))
                .param("level", level.code())
                .param("account", recipient.account())
                .param("office", recipient.organisation())
                .param(
                        "role",
                        recipient.role() == null ? null : recipient.role().code())
                .param("now", at(now))
                .update();
    }

    void goOn(UUID task, int rung, int tellings, @Nullable Instant ringsAt) {
        jdbc.sql("update worklist.task set rung = :rung, tellings = :tellings, rings_at = :ringsAt where id = :task")
                .param("rung", rung)
                .param("tellings", tellings)
                .param("ringsAt", ringsAt == null ? null : at(ringsAt))
                .param("task", task)
                .update();
    }

    /** Keeps that somebody acts until then; false when somebody has said so since the last notice. */
    boolean acknowledge(Waiting step, UUID account, UUID organisation, Instant now, Instant until) {
        return jdbc.sql("""
                        insert into worklist.acknowledgement (id, task, telling, subject, account, organisation, at, acts_until)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?) on conflict (task, telling) do nothing""")
                        .params(
                                step.id(),
                                step.tellings(),
                                step.subject().id(),
                                account,
                                organisation,
                                at(now),
                                at(until))
                        .update()
                == 1;
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var rings = row.getObject("rings_at", OffsetDateTime.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("code"),
                row.getString("step"),
                new LocalizedText(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getObject("organisation", UUID.class),
                Role.of(row.getString("role")),
                row.getObject("account", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                rings == null ? null : rings.toInstant(),
                row.getInt("rung"),
                row.getInt("tellings"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
