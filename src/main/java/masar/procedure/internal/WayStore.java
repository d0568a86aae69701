package masar.procedure.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.procedure.Passed;
import masar.procedure.StepDone;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WayStore {

    private final JdbcClient jdbc;

    WayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A way as it is kept. */
    record WayRow(
            Subject subject,
            String edition,
            String code,
            String address,
            String urgency,
            Optional<String> instance,
            Optional<Instant> endedAt) {

        WayRow with(String newUrgency) {
            return new WayRow(subject, edition, code, address, newUrgency, instance, endedAt);
        }

        WayRow in(String newInstance) {
            return new WayRow(subject, edition, code, address, urgency, Optional.of(newInstance), endedAt);
        }
    }

    void begin(WayRow way, String station, Instant now) {
        jdbc.sql("insert into procedure.way"
                        + " (subject, subject_kind, edition, code, address, urgency, begun_at, station, instance)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        way.subject().id(),
                        way.subject().kind(),
                        way.edition(),
                        way.code(),
                        way.address(),
                        way.urgency(),
                        at(now),
                        station,
                        way.instance().orElseThrow())
                .update();
    }

    Optional<WayRow> find(Subject subject) {
        return find(subject, "");
    }

    /** As {@link #find}, and nobody else moves the way on until the transaction ends. */
    Optional<WayRow> findToMove(Subject subject) {
        return find(subject, " for update");
    }

    private Optional<WayRow> find(Subject subject, String lock) {
        return jdbc.sql(
                        "select edition, code, address, urgency, instance, ended_at from procedure.way where subject = ?"
                                + lock)
                .param(subject.id())
                .query((row, number) -> new WayRow(
                        subject,
                        row.getString("edition"),
                        row.getString("code"),
                        row.getString("address"),
                        row.getString("urgency"),
                        Optional.ofNullable(row.getString("instance")),
                        Optional.ofNullable(instant(row.getObject("ended_at", OffsetDateTime.class)))))
                .optional();
    }

    void moveTo(WayRow way, String station, boolean ended, Instant now) {
        jdbc.sql("update procedure.way set station = ?, urgency = ?, ended_at = ?, instance = ? where subject = ?")
                .param(station)
                .param(way.urgency())
                .param(ended ? at(now) : null)
                .param(ended ? null : way.instance().orElse(null))
                .param(way.subject().id())
                .update();
    }

    void end(WayRow way, Instant now) {
        jdbc.sql("update procedure.way set ended_at = ?, instance = null where subject = ?")
                .params(at(now), way.subject().id())
                .update();
    }

    void passed(Subject subject, StepDone fact, boolean inTurn, Instant now) {
        jdbc.sql("insert into procedure.passage (id, subject, step, outcome, item, at, account, organisation, in_turn)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(subject.id())
                .param(fact.step())
                .param(fact.outcome())
                .param(fact.item().orElse(null))
                .param(at(now))
                .param(fact.account())
                .param(fact.organisation())
                .param(inTurn)
                .update();
    }

    List<String> stepsPassed(Subject subject) {
        return jdbc.sql("select distinct step from procedure.passage where subject = ?")
                .param(subject.id())
                .query(String.class)
                .list();
    }

    List<Passed> passed(Subject subject) {
        return jdbc.sql("select step, outcome, at, in_turn from procedure.passage where subject = ? order by at")
                .param(subject.id())
                .query((row, number) -> new Passed(
                        row.getString("step"),
                        row.getString("outcome"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("in_turn")))
                .list();
    }

    /** Deletes the way of a subject whose keys were destroyed. */
    void erase(Subject subject) {
        jdbc.sql("select procedure.erase(?)")
                .param(subject.id())
                .query(Integer.class)
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
