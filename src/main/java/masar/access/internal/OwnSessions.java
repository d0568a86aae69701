package masar.access.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is signed in, for that person alone, and how to sign out there. */
@Component
@Transactional
public class OwnSessions {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Audit audit;

    OwnSessions(JdbcClient jdbc, Sessions sessions, Audit audit) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** A place where the person is signed in; no address and no name of a device is kept. */
    public record Place(UUID id, String means, Instant startedAt, Instant seenAt, boolean here) {}

    @Transactional(readOnly = true)
    List<Place> of(Viewer viewer, UUID here) {
        CurrentViewer.require(viewer);
        return jdbc.sql("select s.id, s.means, s.started_at, s.seen_at from access.session s"
                        + " join access.account a on a.id = s.account and a.rights_version = s.rights_version"
                        + " where s.account = ? and s.ended_at is null and s.factors = 2"
                        + " and s.seen_at > ? and s.started_at > ? order by s.seen_at desc limit 50")
                .params(viewer.account(), sessions.oldestSeen(), sessions.oldestStart())
                .query((row, number) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getString("means"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("id", UUID.class).equals(here)))
                .list();
    }

    /** Signs out there; only one's own session is found. */
    void end(Viewer viewer, UUID session) {
        CurrentViewer.require(viewer);
        int ended = jdbc.sql(
                        "update access.session set ended_at = ?" + " where id = ? and account = ? and ended_at is null")
                .params(sessions.now(), session, viewer.account())
                .update();
        Refused.unless(ended == 1, "shell.refused.not.found");
        audit.done(new Subject("account", viewer.account()), "access.session.end");
    }

    /** Signs out everywhere but here. */
    void endOthers(Viewer viewer, UUID here) {
        CurrentViewer.require(viewer);
        jdbc.sql("update access.session set ended_at = ? where account = ? and id <> ? and ended_at is null")
                .params(sessions.now(), viewer.account(), here)
                .update();
    }

    /** Signs out everywhere, here too. */
    void endAll(Viewer viewer) {
        CurrentViewer.require(viewer);
        sessions.endAll(viewer.account());
        audit.done(new Subject("account", viewer.account()), "access.session.end.all");
    }
}
