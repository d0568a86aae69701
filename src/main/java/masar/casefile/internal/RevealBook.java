package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages say the code of a case, never who it is about; whoever needs to know says why, and that is kept. */
@Component
@Transactional
class RevealBook {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Procedures procedures;
    private final Audit audit;
    private final InstantSource clock;

    RevealBook(JdbcClient jdbc, Cases cases, Procedures procedures, Audit audit, InstantSource clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.procedures = procedures;
        this.audit = audit;
        this.clock = clock;
    }

    /** One time somebody asked who the person is. */
    record Reveal(UUID account, UUID organisation, String reason, Instant at) {}

    /** Shows the identity to this viewer from now on, until the clock of the pack runs out. */
    void reveal(Viewer viewer, CaseId id, String reason) {
        cases.card(viewer, id, Depth.SUMMARY);
        jdbc.sql("insert into casefile.reveal (id, case_id, account, organisation, reason, at, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        viewer.account(),
                        viewer.organisation(),
                        reason,
                        at(clock.instant()),
                        at(procedures.due("identity-shown")))
                .update();
        audit.done(id.subject(), "casefile.reveal");
    }

    /** Whether the identity is shown to this viewer at present. */
    @Transactional(readOnly = true)
    boolean isShown(Viewer viewer, CaseId id) {
        return jdbc.sql("select exists (select 1 from casefile.reveal"
                        + " where case_id = ? and account = ? and until > ?)")
                .params(id.value(), viewer.account(), at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The newest first, for those who may read the whole case. */
    @Transactional(readOnly = true)
    List<Reveal> of(Viewer viewer, CaseId id, int atMost) {
        cases.card(viewer, id, Depth.FULL);
        return jdbc.sql("select account, organisation, reason, at from casefile.reveal where case_id = ?"
                        + " order by at desc limit ?")
                .params(id.value(), atMost)
                .query((row, number) -> new Reveal(
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
