package masar.access.internal;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grant;
import masar.access.Grants;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class GrantBook implements Grants {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    GrantBook(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void give(Subject subject, String reader, Depth depth, String act) {
        UUID giver = CurrentViewer.get()
                .map(Viewer::account)
                .orElseThrow(() -> new IllegalStateException("a grant is given by somebody"));
        jdbc.sql("insert into access.grant_of_reading"
                        + " (id, subject_kind, subject, reader, depth, act, given_by, given_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), subject.kind(), subject.id(), reader, depth.code(), act, giver, now())
                .update();
    }

    @Override
    public void end(Subject subject, String reader, Depth depth) {
        jdbc.sql("update access.grant_of_reading set ended_at = ?"
                        + " where subject = ? and reader = ? and depth = ? and ended_at is null")
                .params(now(), subject.id(), reader, depth.code())
                .update();
    }

    @Override
    public void endAll(Subject subject) {
        jdbc.sql("update access.grant_of_reading set ended_at = ? where subject = ? and ended_at is null")
                .params(now(), subject.id())
                .update();
    }

    /** Ends every grant that this reader holds, on whatever subject. */
    void endHeldBy(String reader) {
        jdbc.sql("update access.grant_of_reading set ended_at = ? where reader = ? and ended_at is null")
                .params(now(), reader)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean allows(Viewer viewer, Subject subject, Depth depth) {
        CurrentViewer.require(viewer);
        List<String> depths = switch (depth) {
            case EXISTENCE -> List.of("existence", "summary", "full");
            case SUMMARY -> List.of("summary", "full");
            case PACKET -> List.of("packet");
            case FULL -> List.of("full");
        };
        return jdbc.sql("select exists (select 1 from access.grant_of_reading where subject = :subject"
                        + " and reader in (:readers) and depth in (:depths) and ended_at is null)")
                .param("subject", subject.id())
                .param("readers", Grants.keysOf(viewer))
                .param("depths", depths)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> on(Viewer viewer, Subject subject) {
        Refused.unless(allows(viewer, subject, Depth.FULL), "shell.refused.not.found");
        return jdbc.sql("select reader, depth, act, given_by, given_at from access.grant_of_reading"
                        + " where subject = ? and ended_at is null order by given_at")
                .param(subject.id())
                .query((row, number) -> new Grant(
                        row.getString("reader"),
                        Depth.valueOf(row.getString("depth").toUpperCase(Locale.ROOT)),
                        row.getString("act"),
                        row.getObject("given_by", UUID.class),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
