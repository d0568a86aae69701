package masar.detention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.detention.Detention.Circumstances;
import masar.detention.Detention.Release;
import masar.detention.Detentions.Act;
import masar.detention.Detentions.Held;
import masar.detention.internal.Stay.Words;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps detentions, and each act on one together with what was known then, sealed under the key of the case. */
@Component
class StayBook {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    StayBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What is sealed of an act. */
    record Line(Words words, String note) {

        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    /** Keeps a new detention; refused by an exception when somebody else recorded one at the same moment. */
    void add(Viewer by, Stay stay, Instant now) {
        try {
            insert(by, stay, now);
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("detention recorded meanwhile", twoAtOnce);
        }
        tell(by, stay, 1, "recorded", "", now);
    }

    private void insert(Viewer by, Stay stay, Instant now) {
        jdbc.sql("insert into detention.stay (id, case_id, code, state, held_since, removal_on, removal_set_at, sealed,"
                        + " recorded_by, recorded_at, version) values (?, ?, ?, 'held', ?, ?, ?, ?, ?, ?, 1)")
                .param(stay.id())
                .param(stay.caseId().value())
                .param(stay.code())
                .param(stay.circumstances().heldSince())
                .param(stay.circumstances().removalOn())
                .param(at(stay.removalSetAt()))
                .param(sealing.sealFields(place(stay.caseId(), stay.id()), stay.words()))
                .param(by.account())
                .param(at(now))
                .update();
    }

    /** Keeps the outcome of an act; refused by an exception when somebody acted since this version was read. */
    void change(Viewer by, Stay stay, String act, String note, Instant now) {
        Instant reviewed = stay.reviewedAt();
        int changed = jdbc.sql(
                        "update detention.stay set state = ?, held_since = ?, removal_on = ?, removal_set_at = ?,"
                                + " reviewed_at = ?, sealed = ?, version = version + 1 where id = ? and version = ?")
                .param(stay.isHeld() ? "held" : "released")
                .param(stay.circumstances().heldSince())
                .param(stay.circumstances().removalOn())
                .param(at(stay.removalSetAt()))
                .param(reviewed == null ? null : at(reviewed))
                .param(sealing.sealFields(place(stay.caseId(), stay.id()), stay.words()))
                .param(stay.id())
                .param(stay.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("detention changed meanwhile");
        }
        tell(by, stay, stay.version() + 1, act, note, now);
    }

    private void tell(Viewer by, Stay stay, int number, String act, String note, Instant now) {
        UUID line = UUID.randomUUID();
        jdbc.sql("insert into detention.stay_line (id, stay, case_id, number, act, sealed, account, organisation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        line,
                        stay.id(),
                        stay.caseId().value(),
                        number,
                        act,
                        sealing.sealFields(linePlace(stay.caseId(), line), new Line(stay.words(), note)),
                        by.account(),
                        by.organisation(),
                        at(now))
                .update();
    }

    List<Stay> of(CaseId id) {
        return jdbc.sql("select * from detention.stay where case_id = ? order by held_since desc, recorded_at desc")
                .param(id.value())
                .query((row, number) -> stay(row))
                .list();
    }

    Optional<Stay> find(CaseId id, UUID stay) {
        return jdbc.sql("select * from detention.stay where case_id = ? and id = ?")
                .params(id.value(), stay)
                .query((row, number) -> stay(row))
                .optional();
    }

    List<Act> acts(CaseId id) {
        return jdbc.sql("select * from detention.stay_line where case_id = ? order by at desc, number desc")
                .param(id.value())
                .query((row, number) -> new Act(
                        row.getObject("stay", UUID.class),
                        row.getString("act"),
                        sealing.openFields(
                                        linePlace(id, row.getObject("id", UUID.class)),
                                        row.getBytes("sealed"),
                                        Line.class)
                                .map(Line::note)
                                .orElse(""),
                        row.getObject("account", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those held whom the viewer of this transaction may read, the longest held first. */
    List<Held> held(int atMost) {
        return jdbc.sql("select case_id, code, held_since, removal_on from detention.stay"
                        + " where state = 'held' order by held_since, id limit ?")
                .param(atMost)
                .query((row, number) -> new Held(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("code"),
                        row.getObject("held_since", LocalDate.class),
                        Optional.ofNullable(row.getObject("removal_on", LocalDate.class))))
                .list();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select detention.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }

    private Stay stay(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var words = sealing.openFields(place(caseId, id), row.getBytes("sealed"), Words.class)
                .orElse(new Words("unknown", null, null, "unknown", null, null, null, null));
        var reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Stay(
                id,
                caseId,
                row.getString("code"),
                new Circumstances(
                        row.getObject("held_since", LocalDate.class),
                        words.facilityKind(),
                        words.facility(),
                        words.place(),
                        words.reason(),
                        day(words.removalOrderedOn()),
                        row.getObject("removal_on", LocalDate.class)),
                release(words),
                row.getObject("removal_set_at", OffsetDateTime.class).toInstant(),
                reviewed == null ? null : reviewed.toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Release release(Words words) {
        LocalDate on = day(words.releasedOn());
        String outcome = words.outcome();
        return on == null || outcome == null ? null : new Release(on, outcome, words.toWhom());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Place place(CaseId id, UUID stay) {
        return Place.of("detention.stay.sealed", stay, id.subject());
    }

    private static Place linePlace(CaseId id, UUID line) {
        return Place.of("detention.stay_line.sealed", line, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
