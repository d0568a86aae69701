package masar.retention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.retention.EndedRecord;
import masar.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records whose period is over, as the last night found them. */
@Component
public class DueBook {

    private static final int PAGE = 500;

    /** A record whose period is over: proposed to people, never deleted by itself. */
    public record Due(
            UUID id,
            Subject subject,
            String code,
            String recordClass,
            UUID organisation,
            Instant since,
            Instant dueAt,
            Instant foundAt) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;

    DueBook(JdbcClient jdbc, Keeping keeping) {
        this.jdbc = jdbc;
        this.keeping = keeping;
    }

    /** Forgets what was found before. */
    void clear() {
        keeping.look(() -> jdbc.sql("delete from retention.due").update());
    }

    void add(EndedRecord record, Instant dueAt, Instant now) {
        keeping.look(() -> jdbc.sql("insert into retention.due"
                        + " (id, subject_kind, subject, code, record_class, organisation, since, due_at, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        UUID.randomUUID(),
                        record.subject().kind(),
                        record.subject().id(),
                        record.code(),
                        record.recordClass(),
                        record.organisation(),
                        at(record.since()),
                        at(dueAt),
                        at(now))
                .update());
    }

    void remove(Subject subject) {
        keeping.look(() -> jdbc.sql("delete from retention.due where subject = ?")
                .param(subject.id())
                .update());
    }

    /** The longest due first, as far as the viewer may know. */
    List<Due> all() {
        return jdbc.sql("select * from retention.due order by due_at limit ?")
                .param(PAGE)
                .query(DueBook::due)
                .list();
    }

    Optional<Due> find(UUID id) {
        return jdbc.sql("select * from retention.due where id = ?")
                .param(id)
                .query(DueBook::due)
                .optional();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("code"),
                row.getString("record_class"),
                row.getObject("organisation", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
