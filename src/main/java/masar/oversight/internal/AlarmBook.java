package masar.oversight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps alarms, their reasons and their reviews; inside the transaction of whoever calls. */
@Component
public class AlarmBook {

    private static final String COLUMNS = "select a.*, r.outcome, r.account as reviewer, r.at as reviewed_at"
            + " from oversight.alarm a left join oversight.alarm_review r on r.alarm = a.id ";

    private final JdbcClient jdbc;

    AlarmBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alarm as it is kept; outcome, reviewer and time are null until somebody looked. */
    public record Alarm(
            UUID id,
            UUID account,
            UUID organisation,
            LocalDate day,
            Instant raisedAt,
            @Nullable String outcome,
            @Nullable UUID reviewer,
            @Nullable Instant reviewedAt) {

        /** What the worklist shows in place of a name. */
        public String code() {
            return "R-" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** False when there is one for this account and day already. */
    boolean add(Alarm alarm, List<Unusual> reasons) {
        int added = jdbc.sql("insert into oversight.alarm (id, account, organisation, day, raised_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (account, day) do nothing")
                .params(alarm.id(), alarm.account(), alarm.organisation(), alarm.day(), at(alarm.raisedAt()))
                .update();
        if (added == 0) {
            return false;
        }
        for (Unusual reason : reasons) {
            jdbc.sql("insert into oversight.alarm_reason"
                            + " (alarm, organisation, reason, cases, first_at, last_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            alarm.id(),
                            alarm.organisation(),
                            reason.reason(),
                            reason.cases(),
                            at(reason.first()),
                            at(reason.last()))
                    .update();
        }
        return true;
    }

    boolean exists(UUID account, LocalDate day) {
        return jdbc.sql("select exists (select 1 from oversight.alarm where account = ? and day = ?)")
                .params(account, day)
                .query(Boolean.class)
                .single();
    }

    Optional<Alarm> find(UUID id) {
        return jdbc.sql(COLUMNS + "where a.id = ?")
                .param(id)
                .query(AlarmBook::alarm)
                .optional();
    }

    List<Alarm> latest(int atMost) {
        return jdbc.sql(COLUMNS + "order by a.day desc, a.raised_at desc limit ?")
                .param(atMost)
                .query(AlarmBook::alarm)
                .list();
    }

    List<Unusual> reasons(UUID alarm) {
        return jdbc.sql("select reason, cases, first_at, last_at from oversight.alarm_reason where alarm = ?"
                        + " order by reason")
                .param(alarm)
                .query((row, number) -> new Unusual(
                        row.getString("reason"), row.getInt("cases"), moment(row, "first_at"), moment(row, "last_at")))
                .list();
    }

    /** False when somebody else was quicker. */
    boolean review(Alarm alarm, String outcome, UUID account, Instant moment) {
        return jdbc.sql("insert into oversight.alarm_review (alarm, organisation, outcome, account, at)"
                                + " values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(alarm.id(), alarm.organisation(), outcome, account, at(moment))
                        .update()
                == 1;
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        var reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("day", LocalDate.class),
                moment(row, "raised_at"),
                row.getString("outcome"),
                row.getObject("reviewer", UUID.class),
                reviewed == null ? null : reviewed.toInstant());
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
