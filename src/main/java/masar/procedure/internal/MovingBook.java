package masar.procedure.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ways run under which edition, and which were moved. */
@Component
public class MovingBook {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    MovingBook(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An open way under some edition. */
    record Running(Subject subject, String code, String address) {}

    /**
     * One case moved.
     *
     * @param undone whether a later moving took it back
     */
    public record Moved(
            UUID id,
            Subject subject,
            String code,
            String address,
            String from,
            String to,
            boolean undone,
            boolean undoes,
            Instant at) {}

    /** The oldest first, at most this many, of those the viewer may know of. */
    List<Running> running(String edition, int atMost) {
        return jdbc.sql("select subject_kind, subject, code, address from procedure.way"
                        + " where edition = ? and ended_at is null order by begun_at limit ?")
                .params(edition, atMost)
                .query((row, number) -> new Running(
                        new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                        row.getString("code"),
                        row.getString("address")))
                .list();
    }

    void change(Subject subject, String edition) {
        jdbc.sql("update procedure.way set edition = ?, instance = null where subject = ? and ended_at is null")
                .params(edition, subject.id())
                .update();
    }

    void add(Viewer by, Subject subject, String from, String to, @Nullable UUID undoes) {
        jdbc.sql("insert into procedure.moving"
                        + " (id, subject, from_edition, to_edition, undoes, account, organisation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(subject.id())
                .param(from)
                .param(to)
                .param(undoes)
                .param(by.account())
                .param(by.organisation())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    List<Moved> newest(int atMost) {
        return jdbc.sql(MOVED + "order by m.at desc limit ?")
                .param(atMost)
                .query(MovingBook::moved)
                .list();
    }

    Optional<Moved> find(UUID id) {
        return jdbc.sql(MOVED + "where m.id = ?")
                .param(id)
                .query(MovingBook::moved)
                .optional();
    }

    private static final String MOVED = """
            select m.id, m.subject, m.from_edition, m.to_edition, m.at, m.undoes is not null as undoes,
                u.id is not null as undone, w.subject_kind, w.code, w.address
            from procedure.moving m join procedure.way w on w.subject = m.subject
            left join procedure.moving u on u.undoes = m.id
            """;

    private static Moved moved(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Moved(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("code"),
                row.getString("address"),
                row.getString("from_edition"),
                row.getString("to_edition"),
                row.getBoolean("undone"),
                row.getBoolean("undoes"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
