package masar.casefile.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.casefile.CaseCode;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening a file in an emergency: the reason is kept, a second person is told at once, the sight ends by itself and a
 * supervisor reviews it.
 */
@Component
@Transactional
class GlassDesk {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final Grants grants;
    private final Steward steward;
    private final Procedures procedures;
    private final CaseTasks tasks;
    private final ChronologyBook.Trail trail;
    private final InstantSource clock;

    GlassDesk(
            JdbcClient jdbc,
            CaseStore store,
            Grants grants,
            Steward steward,
            Procedures procedures,
            CaseTasks tasks,
            ChronologyBook.Trail trail,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.grants = grants;
        this.steward = steward;
        this.procedures = procedures;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** One opening, with the code of its case. */
    record Opening(
            UUID id,
            CaseId caseId,
            String code,
            UUID account,
            UUID organisation,
            String reason,
            Instant at,
            Instant until,
            Instant reviewDueAt,
            @Nullable Instant reviewedAt,
            @Nullable UUID reviewedBy,
            @Nullable String finding,
            String reviewer) {

        /** Whether it awaits the review of this viewer; nobody reviews their own. */
        boolean awaits(Viewer viewer) {
            return isOpen()
                    && !account.equals(viewer.account())
                    && Grants.keysOf(viewer).contains(reviewer);
        }

        boolean isOpen() {
            return reviewedAt == null;
        }

        boolean isOverdue(Instant now) {
            return isOpen() && reviewDueAt.isBefore(now);
        }
    }

    /**
     * Opens the case with this code to the viewer. A case that does not exist and one in which the viewer's organisation
     * has no part are refused alike.
     */
    CaseId breakGlass(Viewer viewer, String code, String reason) {
        CurrentViewer.require(viewer);
        var record = steward.as(Steward.WAY, () -> store.findByCode(CaseCode.format(CaseCode.tidy(code))))
                .filter(each -> !each.state.equals(CaseRecord.UNDONE))
                .orElseThrow(() -> Refused.because("casefile.refused.glass"));
        var id = new CaseId(record.id);
        if (grants.allows(viewer, id.subject(), Depth.FULL)) {
            return id;
        }
        Instant until = procedures.due("break-glass");
        try {
            grants.breakGlass(viewer, id.subject(), until);
        } catch (Refused noPart) {
            throw Refused.because("casefile.refused.glass");
        }
        Instant due = procedures.due("break-glass-review");
        UUID opening = UUID.randomUUID();
        var reviewer = tasks.glassBroken(viewer, record, opening);
        jdbc.sql("insert into casefile.glass (id, case_id, account, organisation, reason, at, until, review_due_at,"
                        + " reviewer) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        opening,
                        record.id,
                        viewer.account(),
                        viewer.organisation(),
                        reason,
                        at(clock.instant()),
                        at(until),
                        at(due),
                        reviewer.key())
                .update();
        trail.chronology().add(id, "glass.broken", Optional.of(reason));
        trail.audit().done(id.subject(), "casefile.break-glass");
        return id;
    }

    /**
     * Whoever looks after the one who broke the glass, never that person, says whether it was right. A coordinator who
     * does knows the code of the case, the reason and the times, and nothing else of it.
     */
    void review(Viewer viewer, UUID opening, boolean justified) {
        CurrentViewer.require(viewer);
        var broken = jdbc.sql("select g.*, c.code from casefile.glass g"
                        + " join casefile.case_record c on c.id = g.case_id where g.id = ?")
                .param(opening)
                .query(GlassDesk::opening)
                .optional()
                .orElseThrow(Refused::notFound);
        var id = broken.caseId();
        Refused.unless(!broken.account().equals(viewer.account()), "casefile.refused.own.glass");
        Refused.unless(broken.isOpen(), "casefile.refused.glass.reviewed");
        Refused.unless(broken.awaits(viewer), "casefile.refused.supervisor.reviews");
        String finding = justified ? "justified" : "not-justified";
        jdbc.sql("update casefile.glass set reviewed_at = ?, reviewed_by = ?, finding = ? where id = ?")
                .params(at(clock.instant()), viewer.account(), finding, opening)
                .update();
        if (!justified) {
            grants.endGlass(id.subject(), broken.account());
        }
        tasks.glassReviewed(id, opening, viewer);
        trail.chronology().add(id, "glass.reviewed", Optional.of(finding));
        trail.audit().done(id.subject(), "casefile.break-glass.review");
    }

    /** The openings of one case, newest first, for those who may read all of it. */
    @Transactional(readOnly = true)
    List<Opening> of(Viewer viewer, CaseId id) {
        Refused.unless(grants.allows(viewer, id.subject(), Depth.FULL), "shell.refused.not.found");
        return jdbc.sql("select g.*, c.code from casefile.glass g join casefile.case_record c on c.id = g.case_id"
                        + " where g.case_id = ? order by g.at desc")
                .param(id.value())
                .query(GlassDesk::opening)
                .list();
    }

    /** The openings this viewer may know of: their own, those of their cases, and for a coordinator all they watch. */
    List<Opening> known(Viewer viewer) {
        CurrentViewer.require(viewer);
        trail.audit().read(new Subject("account", viewer.account()), "casefile.openings");
        return jdbc.sql("select g.*, c.code from (select * from casefile.glass order by at desc limit ?) g"
                        + " join casefile.case_record c on c.id = g.case_id order by g.at desc")
                .param(PAGE)
                .query(GlassDesk::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("code"),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getObject("review_due_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("reviewed_at", OffsetDateTime.class)),
                row.getObject("reviewed_by", UUID.class),
                row.getString("finding"),
                row.getString("reviewer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
