package masar.assistance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.assistance.ChildProtection.Assessed;
import masar.assistance.ChildProtection.Assessment;
import masar.assistance.ChildProtection.Guardian;
import masar.assistance.ChildProtection.Named;
import masar.assistance.ChildProtection.Waiver;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps guardians, why there is none, and assessments of what is best; who and why is sealed under the key of the case. */
@Component
class ChildBook {

    private static final String GUARDIANS = """
            select g.*, (select c.act from assistance.guardian_change c where c.guardian = g.id
                    and c.act in ('suspected', 'cleared') order by c.number desc limit 1) as doubt,
                (select c.on_day from assistance.guardian_change c where c.guardian = g.id
                    and c.act = 'ended' order by c.number limit 1) as ended_on,
                (select count(*) from assistance.guardian_change c where c.guardian = g.id) as changes
            from assistance.guardian g where g.case_id = ? order by g.named_at desc""";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ChildBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    private record Who(String name, @Nullable String contact) {

        @Override
        public String toString() {
            return "Who[hidden]";
        }
    }

    private record Words(String tookPart, String childView, String weighed, String determination) {

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** How a guardian stands, without who it is. */
    record Standing(UUID id, boolean suspected, boolean ended, int changes) {}

    UUID add(Viewer by, CaseId id, Named guardian, Instant now) {
        UUID row = UUID.randomUUID();
        jdbc.sql("insert into assistance.guardian (id, case_id, kind, since, sealed, named_by, named_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row,
                        id.value(),
                        guardian.kind(),
                        guardian.since(),
                        sealing.sealFields(
                                place("guardian.sealed", row, id), new Who(guardian.name(), guardian.contact())),
                        by.account(),
                        at(now))
                .update();
        return row;
    }

    void change(Viewer by, CaseId id, Standing guardian, String act, LocalDate on, String reason, Instant now) {
        UUID row = UUID.randomUUID();
        try {
            jdbc.sql(
                            "insert into assistance.guardian_change (id, guardian, case_id, number, act, on_day, sealed_reason,"
                                    + " account, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            row,
                            guardian.id(),
                            id.value(),
                            guardian.changes() + 1,
                            act,
                            on,
                            sealing.sealFields(place("guardian_change.sealed_reason", row, id), reason),
                            by.account(),
                            at(now))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("guardian changed meanwhile", twoAtOnce);
        }
    }

    void waive(Viewer by, CaseId id, String reason, Instant now) {
        UUID row = UUID.randomUUID();
        jdbc.sql("insert into assistance.guardian_waiver (id, case_id, sealed_reason, account, at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        row,
                        id.value(),
                        sealing.sealFields(place("guardian_waiver.sealed_reason", row, id), reason),
                        by.account(),
                        at(now))
                .update();
    }

    UUID add(Viewer by, CaseId id, Assessed assessed, Instant reviewDueAt, Instant now) {
        UUID row = UUID.randomUUID();
        var words = new Words(assessed.tookPart(), assessed.childView(), assessed.weighed(), assessed.determination());
        jdbc.sql("insert into assistance.best_interests (id, case_id, assessed_on, trained, outcome, review_due_at,"
                        + " sealed, account, organisation, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row,
                        id.value(),
                        assessed.on(),
                        assessed.trained(),
                        assessed.outcome(),
                        at(reviewDueAt),
                        sealing.sealFields(place("best_interests.sealed", row, id), words),
                        by.account(),
                        by.organisation(),
                        at(now))
                .update();
        return row;
    }

    /** How the guardians of a case stand, the latest named first. */
    List<Standing> standings(CaseId id) {
        return jdbc.sql(GUARDIANS)
                .param(id.value())
                .query((row, number) -> standing(row))
                .list();
    }

    boolean isWaived(CaseId id) {
        return jdbc.sql("select exists (select 1 from assistance.guardian_waiver where case_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** When the latest assessment must be looked at again; empty when there is none. */
    Optional<Instant> reviewDue(CaseId id) {
        return jdbc.sql("select review_due_at from assistance.best_interests where case_id = ?"
                        + " order by at desc limit 1")
                .param(id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Guardian> guardians(CaseId id) {
        return jdbc.sql(GUARDIANS)
                .param(id.value())
                .query((row, number) -> guardian(id, row))
                .list();
    }

    Optional<Waiver> waiver(CaseId id) {
        return jdbc.sql("select * from assistance.guardian_waiver where case_id = ? order by at desc limit 1")
                .param(id.value())
                .query((row, number) -> new Waiver(
                        sealing.openFields(
                                        place("guardian_waiver.sealed_reason", row.getObject("id", UUID.class), id),
                                        row.getBytes("sealed_reason"),
                                        String.class)
                                .orElse(""),
                        row.getObject("account", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    List<Assessment> assessments(CaseId id) {
        return jdbc.sql("select * from assistance.best_interests where case_id = ? order by at desc")
                .param(id.value())
                .query((row, number) -> assessment(id, row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                "suspected".equals(row.getString("doubt")),
                row.getObject("ended_on", LocalDate.class) != null,
                row.getInt("changes"));
    }

    private Guardian guardian(CaseId id, ResultSet row) throws SQLException {
        UUID guardian = row.getObject("id", UUID.class);
        var who = sealing.openFields(place("guardian.sealed", guardian, id), row.getBytes("sealed"), Who.class)
                .orElse(new Who("", null));
        return new Guardian(
                guardian,
                new Named(row.getString("kind"), who.name(), who.contact(), row.getObject("since", LocalDate.class)),
                "suspected".equals(row.getString("doubt")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getObject("named_by", UUID.class),
                row.getObject("named_at", OffsetDateTime.class).toInstant());
    }

    private Assessment assessment(CaseId id, ResultSet row) throws SQLException {
        UUID assessment = row.getObject("id", UUID.class);
        var words = sealing.openFields(
                        place("best_interests.sealed", assessment, id), row.getBytes("sealed"), Words.class)
                .orElse(new Words("", "", "", ""));
        return new Assessment(
                assessment,
                new Assessed(
                        row.getObject("assessed_on", LocalDate.class),
                        words.tookPart(),
                        row.getBoolean("trained"),
                        words.childView(),
                        words.weighed(),
                        row.getString("outcome"),
                        words.determination()),
                row.getObject("review_due_at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Place place(String column, UUID row, CaseId id) {
        return Place.of("assistance." + column, row, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
