package masar.casefile.internal;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.audit.Audit;
import masar.casefile.Chronology;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ChronologyBook implements Chronology {

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Steward steward;
    private final InstantSource clock;

    ChronologyBook(JdbcClient jdbc, Grants grants, Steward steward, InstantSource clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.steward = steward;
        this.clock = clock;
    }

    /** What an act leaves behind, in the file and in the audit trail. */
    @Component("casefileTrail")
    record Trail(Chronology chronology, Audit audit) {}

    @Override
    public void add(CaseId id, String act, Optional<String> detail) {
        Viewer by = CurrentViewer.get().orElseThrow(() -> new IllegalStateException("somebody must act"));
        steward.as(Steward.WAY, () -> add(id, act, detail, by));
    }

    private void add(CaseId id, String act, Optional<String> detail, Viewer by) {
        jdbc.sql("insert into casefile.chronology (id, case_id, at, act, detail, account, organisation)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(id.value())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(act)
                .param(detail.orElse(null))
                .param(by.account())
                .param(by.organisation())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(Viewer viewer, CaseId id) {
        Refused.unless(grants.allows(viewer, id.subject(), Depth.FULL), "shell.refused.not.found");
        return jdbc.sql("select at, act, detail, account, organisation from casefile.chronology"
                        + " where case_id = ? order by at desc, id")
                .param(id.value())
                .query((row, number) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("act"),
                        Optional.ofNullable(row.getString("detail")),
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class)))
                .list();
    }
}
