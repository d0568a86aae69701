package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.Chronology;
import masar.casefile.ClosureFact;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of a case: asked for by its manager, approved by a supervisor, and undone by reopening. */
@Component
@Transactional
class ClosureDesk {

    private final CaseDesk cases;
    private final CaseStore store;
    private final Procedures procedures;
    private final Chronology chronology;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ClosureDesk(
            CaseDesk cases,
            CaseStore store,
            Procedures procedures,
            Chronology chronology,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            InstantSource clock) {
        this.cases = cases;
        this.store = store;
        this.procedures = procedures;
        this.chronology = chronology;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line of the history of closing and reopening. */
    public record ClosureLine(Instant at, String act, String reason, String note, UUID account) {}

    void request(Viewer viewer, CaseId id, String reason, String note) {
        var record = cases.visible(viewer, id, Depth.FULL);
        Refused.unless(viewer.account().equals(record.manager), "casefile.refused.manager.closes");
        record.requestClosure();
        keep(viewer, record, "requested", reason, note);
        tell(viewer, record, "request-closure", "requested");
    }

    void approve(Viewer viewer, CaseId id, String note) {
        var record = bySupervisor(viewer, id);
        record.approveClosure();
        keep(viewer, record, "approved", lastReason(id), note);
        tell(viewer, record, "approve-closure", "approved");
    }

    void sendBack(Viewer viewer, CaseId id, String note) {
        var record = bySupervisor(viewer, id);
        record.sendBack();
        keep(viewer, record, "sent-back", lastReason(id), note);
        tell(viewer, record, "approve-closure", "sent-back");
    }

    void reopen(Viewer viewer, CaseId id, String note) {
        var record = cases.visible(viewer, id, Depth.FULL);
        boolean mayReopen = viewer.organisation().equals(record.owner)
                && (viewer.holds(Role.SUPERVISOR) || viewer.account().equals(record.manager));
        Refused.unless(mayReopen, "casefile.refused.owner.reopens");
        record.reopen();
        keep(viewer, record, "reopened", "other", note);
        procedures.reopenAt("follow-up", id.subject(), record.owner, viewer);
    }

    @Transactional(readOnly = true)
    List<ClosureLine> history(Viewer viewer, CaseId id) {
        cases.visible(viewer, id, Depth.FULL);
        return jdbc.sql(
                        "select at, act, reason, note, account from casefile.closure where case_id = ? order by at desc")
                .param(id.value())
                .query((row, number) -> new ClosureLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("act"),
                        row.getString("reason"),
                        row.getString("note"),
                        row.getObject("account", UUID.class)))
                .list();
    }

    private CaseRecord bySupervisor(Viewer viewer, CaseId id) {
        var record = cases.visible(viewer, id, Depth.FULL);
        Refused.unless(
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(record.owner),
                "casefile.refused.supervisor.closes");
        Refused.unless(!viewer.account().equals(record.manager), "casefile.refused.own.closure");
        return record;
    }

    private void keep(Viewer viewer, CaseRecord record, String act, String reason, String note) {
        store.save(record);
        jdbc.sql("insert into casefile.closure (id, case_id, act, reason, note, account, organisation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        record.id,
                        act,
                        reason,
                        note,
                        viewer.account(),
                        viewer.organisation(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        chronology.add(new CaseId(record.id), "closure." + act, Optional.of(reason));
        audit.done(new CaseId(record.id).subject(), "casefile.closure." + act);
    }

    private void tell(Viewer viewer, CaseRecord record, String step, String outcome) {
        events.publishEvent(new ClosureFact(
                new CaseId(record.id),
                step,
                outcome,
                viewer.account(),
                viewer.organisation(),
                Optional.of(record.owner)));
    }

    private String lastReason(CaseId id) {
        return jdbc.sql("select reason from casefile.closure where case_id = ? and act = 'requested'"
                        + " order by at desc limit 1")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
