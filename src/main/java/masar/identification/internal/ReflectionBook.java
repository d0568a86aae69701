package masar.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.identification.Identifications.ReflectionPeriod;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Periods of recovery and reflection and what was done to them; only ever added. */
@Component
public class ReflectionBook {

    static final String EXTENDED = "extended";
    static final String PREPARED = "prepared";
    static final String END_PROPOSED = "end-proposed";
    static final String END_DECLINED = "end-declined";
    static final String ENDED = "ended";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Steward steward;

    ReflectionBook(JdbcClient jdbc, Sealing sealing, Steward steward) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.steward = steward;
    }

    /**
     * Something done to a period.
     *
     * @param reason code of the word list reflection-end-reason; empty text for none
     * @param endsAt when it ends from now on; null when that did not change
     */
    public record Change(
            String act,
            String reason,
            String note,
            @Nullable Instant endsAt,
            UUID account,
            UUID organisation,
            Instant at) {}

    void start(CaseId id, UUID decision, String clock, Instant starts, Instant ends) {
        jdbc.sql("insert into identification.reflection_period (case_id, decision, clock, starts_at, ends_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id.value(), decision, clock, at(starts), at(ends))
                .update();
    }

    void add(Viewer by, CaseId id, ReflectionPeriod period, Change change) {
        UUID line = UUID.randomUUID();
        try {
            jdbc.sql("insert into identification.reflection_change (id, case_id, decision, number, act, reason,"
                            + " sealed_note, ends_at, account, organisation, at)"
                            + " values (?, ?, ?, (select count(*) + 1 from identification.reflection_change"
                            + " where decision = ?), ?, ?, ?, ?, ?, ?, ?)")
                    .param(line)
                    .param(id.value())
                    .param(period.decision())
                    .param(period.decision())
                    .param(change.act())
                    .param(change.reason())
                    .param(sealing.sealFields(place(id, line), change.note()))
                    .param(change.endsAt() == null ? null : at(change.endsAt()))
                    .param(by.account())
                    .param(by.organisation())
                    .param(at(change.at()))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("changed meanwhile", twoAtOnce);
        }
    }

    /** What was done to this period, the newest first. */
    List<Change> changes(CaseId id, UUID decision) {
        return jdbc.sql("select * from identification.reflection_change where decision = ? order by number desc")
                .param(decision)
                .query((row, number) -> change(id, row))
                .list();
    }

    Optional<ReflectionPeriod> last(CaseId id) {
        return jdbc.sql("""
                select p.*, (select c.ends_at from identification.reflection_change c
                        where c.decision = p.decision and c.ends_at is not null order by c.number desc limit 1) as now_ends,
                    (select count(*) from identification.reflection_change c
                        where c.decision = p.decision and c.act = 'extended') as extensions,
                    exists (select 1 from identification.reflection_change c
                        where c.decision = p.decision and c.act = 'ended') as ended
                from identification.reflection_period p where p.case_id = ? order by p.starts_at desc limit 1""").param(id.value()).query(ReflectionBook::period).optional();
    }

    /** As {@link #last}, whoever acts: what it stands against holds also for those who may not read it. */
    Optional<ReflectionPeriod> lastForGuards(CaseId id) {
        return steward.as(Steward.WAY, () -> last(id));
    }

    private static ReflectionPeriod period(ResultSet row, int number) throws SQLException {
        var changed = row.getObject("now_ends", OffsetDateTime.class);
        return new ReflectionPeriod(
                row.getObject("decision", UUID.class),
                row.getString("clock"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                (changed == null ? row.getObject("ends_at", OffsetDateTime.class) : changed).toInstant(),
                row.getInt("extensions"),
                row.getBoolean("ended"));
    }

    private Change change(CaseId id, ResultSet row) throws SQLException {
        var ends = row.getObject("ends_at", OffsetDateTime.class);
        return new Change(
                row.getString("act"),
                row.getString("reason"),
                sealing.openFields(
                                place(id, row.getObject("id", UUID.class)), row.getBytes("sealed_note"), String.class)
                        .orElse(""),
                ends == null ? null : ends.toInstant(),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Place place(CaseId id, UUID line) {
        return Place.of("identification.reflection_change.sealed_note", line, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
