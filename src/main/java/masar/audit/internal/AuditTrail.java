package masar.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AuditTrail implements Audit {

    private static final String COLUMNS =
            "select number, at, account, organisation, kind, act, subject_kind, subject, reason from audit.entry ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AuditTrail(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void read(Subject subject, String what) {
        add("read", what, subject, null);
    }

    @Override
    @Transactional
    public void done(Subject subject, String act) {
        add("done", act, subject, null);
    }

    @Override
    @Transactional
    public void refused(Subject subject, String act, String reason) {
        add("refused", act, subject, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> about(Viewer viewer, Subject subject, int atMost) {
        CurrentViewer.require(viewer);
        return jdbc.sql(COLUMNS + "where subject_kind = ? and subject = ? order by number desc limit ?")
                .params(subject.kind(), subject.id(), atMost)
                .query(AuditTrail::entry)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(Viewer viewer, int atMost) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.AUDITOR), "shell.refused.not.found");
        return jdbc.sql(COLUMNS + "order by number desc limit ?")
                .param(atMost)
                .query(AuditTrail::entry)
                .list();
    }

    private void add(String kind, String act, Subject subject, @Nullable String reason) {
        UUID account = CurrentViewer.get().map(Viewer::account).orElse(null);
        UUID organisation = CurrentViewer.get().map(Viewer::organisation).orElse(null);
        jdbc.sql("insert into audit.entry (at, account, organisation, kind, act, subject_kind, subject, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(account)
                .param(organisation)
                .param(kind)
                .param(act)
                .param(subject.kind())
                .param(subject.id())
                .param(reason)
                .update();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                row.getLong("number"),
                at,
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("kind"),
                row.getString("act"),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("reason"));
    }
}
